/**
 * What an ERP developer writes down so that answers can be judged: questions, and what a good answer says.
 *
 * <p>Start with {@link erp.assistant.evaluation.EvaluationSet}.
 */
@NullMarked
package erp.assistant.evaluation;

import org.jspecify.annotations.NullMarked;
