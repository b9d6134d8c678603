/**
 * Asks the questions of cases and judges the answers. Start at {@link erp.assistant.impl.evaluation.Evaluation}.
 *
 * <p>Knows the API and the configuration; who asks and who reads figures in an answer are {@link
 * erp.assistant.impl.evaluation.Questions} and {@link erp.assistant.impl.evaluation.Saying}, which the composition brings.
 */
@NullMarked
package erp.assistant.impl.evaluation;

import org.jspecify.annotations.NullMarked;
