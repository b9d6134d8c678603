package erp.assistant.impl.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is configured, at one moment.
 *
 * @param enabled the kill switch
 * @param backup asked when the primary does not answer
 * @param restartOnBackup whether an answer that broke off after text was shown starts anew on the backup, or ends incomplete
 * @param offlineAsLastResort whether the record's own facts are the answer when no provider gives one
 * @param resilience breaker, hedging, and what becomes of keys and refusals
 * @param prompting what of a record may leave the company
 * @param maxOutputTokens the cap of each answer
 * @param maxPromptTokens the budget of each prompt
 * @param largeTierActions the prepared questions that go to the large model
 * @param cacheTtl how long a repeated prompt is answered from memory; zero for never
 * @param cacheEntries how many answers the memory holds
 * @param budgets of the calendar month, in 10<sup>-9</sup> units of the currency
 * @param currency the company's currency, in which all costs are shown
 * @param zone the company's time zone, in which months begin
 * @param ledgerRetention how long rows of calls are kept; empty for ever
 * @param ledgerTidyMegabytes the size from which on the embedded ledger's file is made small; 0 for never
 * @param pricesFile an admin's price table, used instead of the one that is shipped
 * @param mappings the folder of the mapping files
 * @param rates how often may be asked
 * @param openAnswers answers under way at one time on this server
 * @param slowReader how long a browser may take nothing while text waits for it
 * @param summaryInterval between summary lines in the log
 * @param availabilityGoal the share of questions that must get their answer, in percent
 * @param remembering conversations, and how remembered answers are shared
 * @param answerTimes how soon half of the answers should come
 * @param switchedOff record types and prepared questions that cannot be asked about
 */
public record Settings(
        boolean enabled,
        ProviderSettings primary,
        Optional<ProviderSettings> backup,
        boolean restartOnBackup,
        boolean offlineAsLastResort,
        Timeouts timeouts,
        Resilience resilience,
        Prompting prompting,
        int maxOutputTokens,
        int maxPromptTokens,
        Set<String> largeTierActions,
        Duration cacheTtl,
        int cacheEntries,
        BudgetLimits budgets,
        Currency currency,
        ZoneId zone,
        Optional<Period> ledgerRetention,
        int ledgerTidyMegabytes,
        Optional<Path> pricesFile,
        Optional<Path> mappings,
        Rates rates,
        int openAnswers,
        Duration slowReader,
        Duration summaryInterval,
        BigDecimal availabilityGoal,
        Remembering remembering,
        AnswerTimes answerTimes,
        Set<String> switchedOff) {

    public Settings {
        largeTierActions = Set.copyOf(largeTierActions);
        switchedOff = Set.copyOf(switchedOff);
    }

    /** The provider in a slot, if one is configured. */
    public Optional<ProviderSettings> provider(Slot slot) {
        return slot == Slot.PRIMARY ? Optional.of(primary) : backup;
    }
}
