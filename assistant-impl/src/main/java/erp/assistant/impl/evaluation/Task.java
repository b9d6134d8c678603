package erp.assistant.impl.evaluation;

import erp.assistant.report.EvaluationCases;

/**
 * One question of a run.
 *
 * @param language of the question, one that the case has
 * @param variant 0 or 1
 */
record Task(int position, EvaluationCases.Entry entry, String language, int variant) {}
