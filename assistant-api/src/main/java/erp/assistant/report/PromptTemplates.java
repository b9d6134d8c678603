package erp.assistant.report;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.Question;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Prompt;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instructions of prompts, and a look at a whole prompt that is sent nowhere. A CDI bean, safe for use by many threads. */
public interface PromptTemplates {

    /** All templates, as they were read last. */
    State state();

    /**
     * Writes the prompt for a question and sends it to nobody: no provider is asked, nothing costs, and the ledger has no row. The log has who looked
     * as whom, and at what.
     *
     * @param admin the login of whoever looks
     * @param question about a record or a list, asked with the rights of its asker, who may be somebody else
     * @param versions by name, instead of those that are in use
     * @throws erp.assistant.AssistantException if the record or list is not available to that asker, if the list does not take
     *     the query, if there is none of a version, or if the prompt does not fit its budget: the same as the asker would get
     */
    Rendering render(String admin, Question question, Map<String, Integer> versions);

    /**
     * What there is.
     *
     * @param folder the admin's, if one is configured
     * @param templates the base first, then forms, the part that is fixed, and actions
     * @param faults files and wishes that are not followed
     */
    record State(Optional<String> folder, List<Family> templates, List<Fault> faults) {
        public State {
            templates = List.copyOf(templates);
            faults = List.copyOf(faults);
        }
    }

    /**
     * The versions of one template.
     *
     * @param inUse the version that prompts are written with, as it stands in the ledger
     * @param pinned whether the configuration asks for it
     * @param versions the highest first
     */
    record Family(String name, String inUse, boolean pinned, List<Version> versions) {
        public Family {
            versions = List.copyOf(versions);
        }

        /** Which prompts it is for: {@code base} for all, {@code form}, {@code action}, or {@code fixed}, which nobody can replace. */
        public String use() {
            return switch (name) {
                case "answer" -> "base";
                case "form" -> "form";
                case "data" -> "fixed";
                default -> "action";
            };
        }
    }

    /**
     * One text.
     *
     * @param template name and version, as it stands in the ledger
     * @param shipped whether it is the product's and not of the folder
     * @param shadowed whether the folder has a file of the same name and version
     */
    record Version(
            int version, String template, boolean shipped, String file, boolean inUse, boolean shadowed, String text) {}

    /**
     * Why something does not do what an admin meant it to.
     *
     * @param file empty if it is the configuration's
     */
    record Fault(String file, String problem) {}

    /**
     * A prompt that was sent nowhere.
     *
     * @param label the record's, or the list's
     * @param systemTokens the estimated tokens of the instructions
     * @param sent the values that it holds, by name
     * @param rows how many rows they are from
     * @param withheld what the asker's roles hide, as far as the source can tell
     */
    record Rendering(
            RecordRef record,
            String label,
            Prompt prompt,
            int systemTokens,
            List<SentValue> sent,
            int rows,
            List<LeftOut> leftOut,
            List<Withheld> withheld) {
        public Rendering {
            sent = List.copyOf(sent);
            leftOut = List.copyOf(leftOut);
            withheld = List.copyOf(withheld);
        }
    }
}
