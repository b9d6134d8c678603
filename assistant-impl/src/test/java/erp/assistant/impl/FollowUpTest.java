package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Conversation;
import erp.assistant.Question;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.Turn;
import erp.assistant.record.Asker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questions of one conversation, one after the other, as the server composes them. */
class FollowUpTest {

    private static final TokenUsage USED = new TokenUsage(412, 0, 0, 0, 58, 0, TokenUsage.Source.REPORTED);
    private static final Asker ANNA = Office.person("anna");
    private static final Asker CARL = Office.person("carl");

    private final Office office = new Office();

    private Office.Browser ask(Asker asker, String text, String conversation, boolean again) {
        Office.Browser browser = new Office.Browser();
        office.provider.renew();
        office.assistant.ask(new Question(asker, text, Office.ORDER, "", List.of(), again, conversation), browser);
        return browser;
    }

    private Office.Browser ask(String text, String conversation) {
        return ask(ANNA, text, conversation, false);
    }

    private void ends(String text, Completion.Reason reason, Completion.Source source) {
        office.provider.sink().accept(new ChatEvent.Text(text));
        office.clock.pass(Duration.ofSeconds(1));
        office.provider.end.complete(new Completion(reason, source, "anthropic", "claude-haiku-4-5", USED, ""));
    }

    private void says(String text) {
        ends(text, Completion.Reason.END, Completion.Source.PRIMARY);
    }

    /** Asked and answered; the conversation. */
    private String begun(String question, String answer) {
        Office.Browser browser = ask(question, "");
        says(answer);
        return browser.meta().conversation();
    }

    private Prompt prompt() {
        return office.provider.request().prompt();
    }

    private List<String> turns() {
        return prompt().turns().stream().map(Turn::text).toList();
    }

    private List<Conversation.Exchange> history(String id) {
        return office.conversations.find(id, ANNA).orElseThrow().turns();
    }

    @Test
    void aFollowUpIsSentWithWhatWasSaidBeforeAndTheRecordReadAnew() {
        String id = begun("Why is it late?", "It is blocked [#status].");
        int reads = office.orders.reads;

        Office.Browser second = ask("And since when?", id);

        assertThat(turns()).containsExactly("Why is it late?", "It is blocked [#status].");
        assertThat(prompt().user()).contains("Blocked").contains("And since when?");
        assertThat(office.orders.reads).isEqualTo(reads + 1);
        assertThat(second.meta().conversation()).isEqualTo(id);
        assertThat(second.meta().earlierTurns()).isEqualTo(1);
        assertThat(UUID.fromString(id).version()).as("unguessable").isEqualTo(4);
    }

    @Test
    void eachRequestOfAConversationBeginsAsTheOneBefore() {
        office.orders.contact = "Eva Weber";
        String id = begun("Whom do I call?", "Call {personal-1} [#contact].");
        ask("And who is b.meyer@nordwerk.de?", id);
        Prompt second = prompt();
        says("I do not know {email-1}.");

        ask("Does Eva Weber know k.lang@nordwerk.de?", id);
        Prompt third = prompt();

        assertThat(third.system()).isEqualTo(second.system());
        assertThat(third.turns())
                .startsWith(second.turns().toArray(Turn[]::new))
                .hasSize(4);
        assertThat(third.turns().toString() + third.user()).doesNotContain("Weber");
    }

    @Test
    void personalDataOfEarlierTurnsStandsForTheSamePersonAgainAndIsNeverSent() {
        office.orders.contact = "Eva Weber";
        String id = begun("Is x@nordwerk.de hers, or y@nordwerk.de?", "{email-2} is, not {email-1}. Ask {personal-1}.");
        assertThat(history(id).get(0).text()).isEqualTo("y@nordwerk.de is, not x@nordwerk.de. Ask Eva Weber.");

        Office.Browser browser = ask("Write to y@nordwerk.de.", id);

        String sent = turns() + prompt().user();
        assertThat(sent).doesNotContain("nordwerk.de").doesNotContain("Weber");
        assertThat(turns().get(1)).isEqualTo("{email-2} is, not {email-1}. Ask {personal-1}.");
        assertThat(prompt().user()).contains("Write to {email-2}.");
        says("Dear {personal-1}, {email-2}");
        assertThat(history(id).get(1).text()).isEqualTo("Dear Eva Weber, y@nordwerk.de");
        assertThat(browser.names()).contains("Done");
        assertThat(office.stored("answer")).doesNotContain("nordwerk").doesNotContain("Weber");
    }

    @Test
    void anAnswerThatMayHoldWhatTheAskerMayNoLongerSeeIsNotSentAgain() {
        String id = begun("What does the note say?", "Call before delivery [#note].");
        office.orders.showsNote = false;

        Office.Browser second = ask("What does it say?", id);

        assertThat(turns()).isEmpty();
        assertThat(prompt().user()).doesNotContain("Call before delivery");
        assertThat(second.meta().conversation())
                .as("it is still the same conversation")
                .isEqualTo(id);
        Conversation.Exchange first = history(id).get(0);
        assertThat(first.withheld()).isTrue();
        assertThat(first.text()).isEmpty();
        assertThat(first.done().citations()).isEmpty();
        assertThat(office.conversations.list(ANNA, "before delivery")).isEmpty();
        assertThat(office.conversations.list(ANNA, "the note")).hasSize(1);
    }

    @Test
    void anAnswerAboutAnEarlierStateOfTheRecordIsNotSentAgainButShown() {
        String id = begun("Why is it late?", "It is blocked [#status].");
        office.orders.status = "Released";

        ask("And now?", id);

        assertThat(turns()).isEmpty();
        assertThat(history(id).get(0).text()).isEqualTo("It is blocked [#status].");
    }

    @Test
    void aConversationOfAnotherLooksLikeNone() {
        String id = begun("Why is it late?", "It is blocked.");

        Office.Browser foreign = ask(CARL, "And since when?", id, false);
        assertThat(turns()).isEmpty();
        says("Since May.");

        assertThat(foreign.meta().conversation()).isNotEqualTo(id);
        assertThat(office.conversations.find(id, CARL)).isEmpty();
        assertThat(office.conversations.delete(id, "carl")).isFalse();
        assertThat(office.conversations.list(CARL, ""))
                .extracting(Conversation::title)
                .containsExactly("And since when?");
        assertThat(history(id)).hasSize(1);
        Office.Browser unknown = ask("And since when?", UUID.randomUUID().toString());
        assertThat(unknown.meta().earlierTurns()).isZero();
        assertThat(ask("And since when?", "no id at all").meta().earlierTurns()).isZero();
    }

    @Test
    void aRecordThatTheAskerMayNoLongerSeeTakesItsConversationAlong() {
        String id = begun("Why is it late?", "It is blocked.");
        office.orders.hidden = true;

        assertThat(office.conversations.list(ANNA, "")).isEmpty();
        assertThat(office.conversations.find(id, ANNA)).isEmpty();
        assertThat(office.conversations.delete(id, "anna"))
                .as("its owner can delete it")
                .isTrue();
        office.orders.hidden = false;
        assertThat(office.conversations.find(id, ANNA)).isEmpty();
    }

    @Test
    void whatIsNotAWholeAnswerOfAModelIsShownAndNeverSent() {
        String id = begun("Why is it late?", "It is blocked.");
        Office.Browser stopped = ask("And since when?", id);
        office.provider.sink().accept(new ChatEvent.Text("Since "));
        office.assistant.stop(stopped.meta().answer(), ANNA);
        office.clock.pass(Duration.ofSeconds(1));
        ask("And the sum?", id);
        ends("It comes", Completion.Reason.LENGTH, Completion.Source.PRIMARY);
        ask("And the customer?", id);
        ends("Status: Blocked", Completion.Reason.END, Completion.Source.OFFLINE);

        ask("Well?", id);

        assertThat(turns()).containsExactly("Why is it late?", "It is blocked.");
        assertThat(history(id))
                .extracting(Conversation.Exchange::text)
                .containsExactly("It is blocked.", "Since ", "It comes", "Status: Blocked");
        assertThat(history(id).get(1).done().reason()).isEqualTo(Completion.Reason.STOPPED);
    }

    @Test
    void ofAnAnswerThatStartedAnewOnlyWhatStoodInTheEndIsKept() {
        Office.Browser browser = ask("Why is it late?", "");
        office.provider.sink().accept(new ChatEvent.Text("Nonsense"));
        office.provider.sink().accept(new ChatEvent.Restart("provider-failed"));
        says("It is blocked.");

        assertThat(history(browser.meta().conversation()).get(0).text()).isEqualTo("It is blocked.");
        assertThat(office.stored("answer")).doesNotContain("Nonsense");
    }

    @Test
    void anotherAnswerTakesThePlaceOfTheFirstAndIsMadeFromWhatWasSaidBeforeIt() {
        String id = begun("Why is it late?", "It is blocked.");
        ask("Since when?", id);
        says("Since May.");

        ask(ANNA, "Why is it late?", id, true);
        assertThat(turns()).isEmpty();
        says("Its credit is used up.");

        assertThat(history(id))
                .extracting(Conversation.Exchange::text)
                .containsExactly("Its credit is used up.", "Since May.");
        ask(ANNA, "Since when?", id, true);
        assertThat(turns()).containsExactly("Why is it late?", "Its credit is used up.");
    }

    @Test
    void aConversationThatIsDeletedWhileItIsAnsweredStaysDeleted() {
        String id = begun("Why is it late?", "It is blocked.");
        ask("Since when?", id);
        assertThat(office.conversations.delete(id, "anna")).isTrue();
        says("Since May.");

        assertThat(office.conversations.find(id, ANNA)).isEmpty();
        assertThat(office.stored("question")).isEmpty();
        assertThat(ask("And?", id).meta().earlierTurns()).isZero();
    }

    @Test
    void everythingOfAPersonIsDeletedAndNothingOfOthers() {
        begun("Why is it late?", "It is blocked.");
        begun("What is it?", "An order.");
        ask(CARL, "Why?", "", false);
        says("Because.");

        assertThat(office.conversations.deleteAll("anna")).isEqualTo(2);
        assertThat(office.conversations.list(ANNA, "")).isEmpty();
        assertThat(office.conversations.list(CARL, "")).hasSize(1);
    }

    @Test
    void whatIsTooOldIsGoneBeforeItIsSweptAndAfterIt() {
        office.configuration.put("assistant.conversation.retention", "1h");
        String id = begun("Why is it late?", "It is blocked.");
        office.clock.pass(Duration.ofMinutes(50));
        ask("Since when?", id);
        says("Since May.");
        office.clock.pass(Duration.ofMinutes(15));

        assertThat(history(id)).extracting(Conversation.Exchange::question).containsExactly("Since when?");
        assertThat(office.conversations.list(ANNA, ""))
                .extracting(Conversation::title)
                .containsExactly("Since when?");
        office.sweep();
        assertThat(office.stored("question")).isEqualTo("Since when?\n");
        office.clock.pass(Duration.ofHours(1));
        assertThat(office.conversations.find(id, ANNA)).isEmpty();
        office.sweep();
        assertThat(office.stored("question")).isEmpty();
    }

    @Test
    void withoutRetentionNothingIsStoredAndTheNextSweepTakesWhatWas() {
        String id = begun("Why is it late?", "It is blocked.");
        office.configuration.put("assistant.conversation.retention", "0s");

        Office.Browser browser = ask("And now?", id);
        assertThat(turns()).isEmpty();
        says("No.");

        assertThat(browser.meta().conversation()).isEmpty();
        assertThat(office.conversations.kept()).isFalse();
        assertThat(office.conversations.list(ANNA, "")).isEmpty();
        office.sweep();
        assertThat(office.stored("question")).isEmpty();
    }

    @Test
    void theOldestGoFirstAndInPairs() {
        office.configuration.put("assistant.conversation.turns", "2");
        String id = begun("First?", "One.");
        ask("Second?", id);
        says("Two.");
        ask("Third?", id);
        assertThat(turns()).containsExactly("First?", "One.", "Second?", "Two.");
        says("Three.");

        ask("Fourth?", id);

        assertThat(turns()).containsExactly("Second?", "Two.", "Third?", "Three.");
    }

    @Test
    void tokensAreNumberedAnewWhereTheirFirstTurnHasGone() {
        office.configuration.put("assistant.conversation.turns", "1");
        String id = begun("Is x@nordwerk.de hers?", "No, not {email-1}.");
        ask("Is y@nordwerk.de?", id);
        assertThat(turns()).containsExactly("Is {email-1} hers?", "No, not {email-1}.");
        says("Yes, {EMAIL\\-2} and not {email-9}.");

        ask("Sure?", id);

        assertThat(turns()).containsExactly("Is {email-1}?", "Yes, {email-1} and not (email-9}.");
    }

    @Test
    void tokensBoundThemToo() {
        office.configuration.put("assistant.conversation.max-tokens", "60");
        String id = begun("First?", "One word and another. ".repeat(12));
        ask("Second?", id);
        assertThat(turns()).as("one pair is too long already").isEmpty();
        says("Two.");

        ask("Third?", id);

        assertThat(turns()).containsExactly("Second?", "Two.");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentCostsTheMemoryAndNotTheAnswer() {
        Office.Browser first = ask("Why is it late?", "");
        office.databaseGoesAway();
        says("It is blocked.");

        assertThat(first.names()).containsExactly("Meta", "Delta", "Done");
        office.databaseComesBack();
        assertThat(office.conversations.list(ANNA, "")).isEmpty();
    }

    @Test
    void conversationsAreSearchedByWhatWasAskedAndWhatWasReadLatestFirst() {
        office.orders.contact = "Eva Weber";
        begun("Whom do I call?", "Call {personal-1}.");
        begun("Wann GELIEFERT?\nund wie", "Im Mai, 100 % sicher.");

        assertThat(office.conversations.list(ANNA, ""))
                .extracting(Conversation::title)
                .containsExactly("Wann GELIEFERT? und wie", "Whom do I call?");
        assertThat(office.conversations.list(ANNA, "weber")).hasSize(1);
        assertThat(office.conversations.list(ANNA, "geliefert")).hasSize(1);
        assertThat(office.conversations.list(ANNA, "%")).as("no pattern").hasSize(1);
        assertThat(office.conversations.list(ANNA, "personal")).isEmpty();
    }

    @Test
    void anAnswerIsSharedOnlyIfAllTokensBeforeItAreTheRecords() {
        office.orders.contact = "Eva Weber";
        String id = begun("Whom do I call?", "Call {personal-1}.");
        ask("And when?", id);
        assertThat(office.provider.request().sharing().allowed()).isTrue();
        says("Now.");
        ask("Or x@nordwerk.de?", id);
        assertThat(office.provider.request().sharing().allowed())
                .as("typed now, said before")
                .isTrue();
        says("No, not {email-1}.");

        ask("Why not?", id);

        assertThat(office.provider.request().sharing().allowed()).isFalse();
    }
}
