#!/usr/bin/env bash
# A cluster of one machine for tests, of its own daemons, ports, key and files, all of them in DIR (Debian: slurm-wlm, munge).
# usage: slurm_local.sh start DIR   then with SLURM_CONF=DIR/slurm.conf: sbatch, squeue
#        slurm_local.sh stop DIR
set -euo pipefail
command=${1:?start or stop}
dir=$(mkdir -p "${2:?folder}" && cd "$2" && pwd)
export SLURM_CONF=$dir/slurm.conf
PATH=$PATH:/usr/sbin:/sbin

fail() { echo "$1" >&2; exit 1; }

wait_until() { # seconds, command…
    local tries=$(($1 * 5)); shift
    for _ in $(seq "$tries"); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
    return 1
}

is_idle() { [ "$(sinfo --noheader --format %t)" = idle ]; }

free_port() {
    while :; do
        local port=$((20000 + RANDOM))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

start() {
    local program user host
    for program in munged slurmctld slurmd sbatch squeue sinfo; do
        command -v "$program" >/dev/null || fail "$program is not installed"
    done
    [ "$(id -u)" = 0 ] || fail "slurmd wants root"
    user=$(id -un) host=$(hostname -s)
    chmod 755 "$dir"
    mkdir -p "$dir/state" "$dir/spool"
    (umask 077; head -c 1024 /dev/urandom >"$dir/munge.key")
    munged --force --socket="$dir/munge.socket" --key-file="$dir/munge.key" --pid-file="$dir/munged.pid" \
        --log-file="$dir/munged.log" --seed-file="$dir/munge.seed" || fail "munged does not start"
    cat >"$SLURM_CONF" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$dir/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmdSpoolDir=$dir/spool
StateSaveLocation=$dir/state
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
SchedulerParameters=batch_sched_delay=0,sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
    slurmctld || fail "slurmctld does not start"
    wait_until 10 sh -c 'scontrol ping | grep -q UP' || fail "slurmctld does not answer"
    slurmd || fail "slurmd does not start"
    wait_until 20 is_idle || fail "the node does not become idle: $(tail -n 3 "$dir/slurmd.log")"
}

stop() {
    local name pid
    for name in slurmd slurmctld munged; do
        [ -s "$dir/$name.pid" ] || continue
        pid=$(cat "$dir/$name.pid")
        kill "$pid" 2>/dev/null || true
        wait_until 10 sh -c "! kill -0 $pid" || kill -9 "$pid"
    done
}

case $command in
start) trap '[ $? = 0 ] || stop' EXIT; start ;;
stop) stop ;;
*) echo "usage: $0 start|stop DIR" >&2; exit 2 ;;
esac
