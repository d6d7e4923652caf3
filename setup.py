"""Builds the wheel: CMake makes polylogue._engine, and the programs that the module asks, which lie beside it in `bin`.

POLYLOGUE_BUILD names a build folder that is there already (`build/release`); else build/pip is made, of what the machine has
packages for: LibTorch for models, PocketSphinx and dlib for what makes sequences of videos.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOT = Path(__file__).resolve().parent
PROGRAMS = {"polylogue-cli": None, "polylogue-media": None, "polylogue-extract": "EXTRACT", "polylogue-models": "MODELS"}
SHARED = ["datasets", "parts", "speech", "text"]


def version() -> str:
    return re.search(r"VERSION (\S+) LANGUAGES", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)


class ByCMake(build_ext):
    """Puts what CMake built where setuptools looks for an extension."""

    def run(self) -> None:
        build = Path(os.environ.get("POLYLOGUE_BUILD") or ROOT / "build/pip").resolve()
        if not (build / "CMakeCache.txt").exists():
            self.configure(build)
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
        programs = [name for name, option in PROGRAMS.items() if not option or f"POLYLOGUE_{option}:BOOL=ON" in cache]
        subprocess.run(["cmake", "--build", build, "--target", "polylogue_python", *programs], check=True)
        package = Path(self.get_ext_fullpath("polylogue._engine")).parent
        for folder in ("bin", "share/polylogue"):
            (package / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy2(next((build / "python/polylogue").glob(f"_engine.cpython-{sys.version_info[0]}{sys.version_info[1]}-*.so")), package)
        for name in programs:
            shutil.copy2(build / "bin" / name, package / "bin")
        for name in SHARED:
            shutil.copytree(ROOT / "resources" / name, package / "share/polylogue" / name, dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("source"))
        for file in [package / "bin" / name for name in programs] + list(package.glob("_engine*.so")):
            subprocess.run(["strip", "--strip-unneeded", file], check=False)

    def configure(self, build: Path) -> None:
        """Configures with all parts; without those that the machine lacks packages for, where that fails."""
        command = ["cmake", "-G", "Ninja", "-S", ROOT, "-B", build, "-DCMAKE_BUILD_TYPE=RelWithDebInfo", "-DPOLYLOGUE_APP=OFF",
                   "-DCMAKE_UNITY_BUILD=ON", "-DPOLYLOGUE_FAST_BUILD=ON", f"-DPython3_EXECUTABLE={sys.executable}",
                   f"-Dpybind11_DIR={self.pybind11()}"]
        if subprocess.run(command).returncode != 0:
            print("Without models and extraction, whose packages are missing (scripts/packages.txt lists them)", file=sys.stderr)
            subprocess.run([*command, "-DPOLYLOGUE_MODELS=OFF", "-DPOLYLOGUE_EXTRACT=OFF"], check=True)

    def pybind11(self) -> str:
        try:
            import pybind11
            return pybind11.get_cmake_dir()
        except ImportError:
            return "pybind11_DIR-NOTFOUND"  # CMake looks for it


(ROOT / "build").mkdir(exist_ok=True)
setup(
    options={"egg_info": {"egg_base": "build"}},
    version=version(),
    ext_modules=[Extension("polylogue._engine", sources=[])],
    cmdclass={"build_ext": ByCMake},
)
