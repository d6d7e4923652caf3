"""The word stage alone, in NumPy: what a careful Python user would write. The other side of `scripts/bench align`."""
import h5py,numpy as np,time,sys,resource
d=sys.argv[1]; E=1e-5; t=time.time(); tr=0; rows=0
g=h5py.File(d+'/glove_vectors.csd')['glove_vectors/data']
for n in ('COVAREP','FACET_4.2'):
    D=h5py.File(d+'/%s.csd'%n)[n+'/data']
    for v in g:
        t0=time.time(); w=g[v]['intervals'][()]; iv=D[v]['intervals'][()]; x=D[v]['features'][()]; tr+=time.time()-t0
        a=np.searchsorted(iv[:,1],w[:,0]+E,'right'); b=np.searchsorted(iv[:,0],w[:,1]-E,'left')
        for p,q in zip(a,b):
            if q>p: x[p:q].mean(axis=0); rows+=1
print(d,'total %.2f read %.2f rows %d rss %.0f'%(time.time()-t,tr,rows,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024))
