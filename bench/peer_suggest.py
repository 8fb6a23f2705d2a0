#!/usr/bin/python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""peer_suggest.py FILE METHOD: what measure_suggest does, with scikit-learn: the same passages, start, features (TF-IDF of words
and pairs that stand in two passages or more), method (nb: multinomial naive Bayes with the same prior and balance, retrained after
each decision; svm: LinearSVC, balanced) and order.  Prints: decisions, seconds of the processor for all decisions, WSS@95 in percent."""
import sys
import time

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.svm import LinearSVC

lines = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
labels = np.array([int(line[0]) for line in lines])
method = sys.argv[2]
features = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(line[1] for line in lines)
everything, relevant = len(labels), int(labels.sum())
prior = np.asarray(features.sum(axis=0)).ravel() * (500 / everything)  # the weight of 500 average passages
masses = np.asarray(features.sum(axis=1)).ravel()


def scores(decided):
    known, answers = features[decided], labels[decided]
    if method == "svm":
        return LinearSVC(class_weight="balanced", random_state=1).fit(known, answers).decision_function(features)
    weight = masses[decided]
    heavy = [weight[answers == 0].sum(), weight[answers == 1].sum()]
    shares = np.exp2(np.round(4 * np.log2(min(heavy) / np.array(heavy))) / 4)  # rounded as ours are
    model = MultinomialNB(alpha=prior, fit_prior=False).fit(known, answers, sample_weight=shares[answers])
    both = model.predict_log_proba(features)
    return both[:, 1] - both[:, 0]


decided = []
for label in (1, 0):
    decided += list(np.flatnonzero(labels == label)[:5])
found, saved = 5, 0.0
start = time.process_time()
while True:
    score = scores(decided)
    score[decided] = -np.inf
    ranked = np.argsort(-score, kind="stable")
    if found == relevant:
        break
    decided.append(ranked[0])
    found += labels[ranked[0]]
    if saved == 0 and 20 * found >= 19 * relevant:
        saved = 100 * ((everything - len(decided)) / everything - 0.05)
seconds = time.process_time() - start
print(len(decided), f"{seconds:.3f} {saved:.2f}")
