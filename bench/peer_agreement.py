# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""peer_agreement.py FILE RESAMPLES: the peers of agreement on the same ratings, resampled in the same way: units with
replacement.  Prints NAME VALUE SECONDS: the value on the ratings as they are, the time of all resamples."""

import sys
import time

import numpy
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

ratings = numpy.loadtxt(sys.argv[1], dtype=int)
resamples = int(sys.argv[2])
units = len(ratings)

pairs = [(0, 1), (0, 2), (1, 2)]
for a, b in pairs:
    print(f"cohen{a}{b} {cohen_kappa_score(ratings[:, a], ratings[:, b]):.10f} 0")
random = numpy.random.default_rng(1)
start = time.perf_counter()
for _ in range(resamples):
    drawn = ratings[random.integers(0, units, units)]
    for a, b in pairs:
        cohen_kappa_score(drawn[:, a], drawn[:, b])
print(f"sklearn 0 {time.perf_counter() - start:.6f}")

counts, _ = aggregate_raters(ratings, n_cat=5)  # counted once: the peer is spared it
print(f"fleiss {fleiss_kappa(counts):.10f} 0")
start = time.perf_counter()
for _ in range(resamples):
    fleiss_kappa(counts[random.integers(0, units, units)])
print(f"statsmodels 0 {time.perf_counter() - start:.6f}")
