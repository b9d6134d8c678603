package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What an admin looks up and changes. */
class AdminPartsTest extends AdminPageTestBase {

    @Test
    void questionsAreFoundByWhoWhatAndWhenInTheReadersZone() {
        open("audit");
        assertThat(card("Who asked about what").locator("tbody tr:visible")).hasCount(3);
        label("Person").fill(" anna ");
        label("Record type").fill("sales-order");
        label("Department").fill("sales");
        label("Result").selectOption("failed");
        label("Field that was sent").fill("creditLimit");
        label("From").fill("2026-11-20");

        button("Search").click();

        assertThat(card("Who asked about what").locator("[role=status]")).hasText("3 questions");
        String found = "from=2026-11-19T23%3A00%3A00.000Z&to=2026-11-22T23%3A00%3A00.000Z&user=anna&type=sales-order"
                + "&department=sales&outcome=failed&field=creditLimit";
        assertThat(lastRead()).isEqualTo("GET audit?" + found + "&offset=0&limit=100");
        assertThat(page.getByText("As CSV"))
                .hasAttribute("href", server.url("/assistant/api/v1/admin/audit?" + found + "&format=csv"));
        Locator rows = card("Who asked about what").locator("tbody tr:visible");
        assertThat(rows.nth(0)).containsText("answered by the backup");
        assertThat(rows.nth(0)).containsText("anthropic (EU), openai1,412, 1 masked€0.0012");
        assertThat(rows.nth(1)).containsText("not known");
        assertThat(rows.nth(2)).containsText("under way");
    }

    @Test
    void aQuestionTellsWhichFieldsWereSentAndReadsThemOnce() {
        open("audit");
        Locator audit = card("Who asked about what");
        Locator opener = audit.locator("tbody button").first();

        opener.click();

        assertThat(audit.locator(".details table tbody tr"))
                .containsText(new String[] {"creditLimit", "contact", "lines.*.openQuantity"});
        assertThat(audit.getByText("Sent to anthropic (EU), openai with data/1+answer/4."))
                .isVisible();
        assertThat(audit.locator(".details tbody tr").nth(1)).hasText("contactContact <b>person</b>masked–");
        assertThat(audit.locator(".details tbody tr").nth(2)).hasText("lines.*.openQuantityOpen–10, 20");
        opener.click();
        assertThat(audit.locator(".details:visible")).hasCount(0);
        opener.click();
        assertThat(audit.locator(".details:visible")).hasCount(1);
        assertThat(sent("GET"))
                .extracting(AdminServer.Asked::request)
                .filteredOn(request -> request.startsWith("GET audit/"))
                .containsExactly("GET audit/c2");
    }

    @Test
    void whereNotEachRequestHeldAllItIsSaidWhoHadWhich() {
        server.reply("audit/c2", 200, """
                {"call": "c2", "outcome": "end", "template": "t",
                 "sentTo": [{"provider": "anthropic", "region": "EU"}, {"provider": "openai", "region": ""}],
                 "requests": [{"attempt": 1, "provider": "anthropic", "region": "EU"},
                  {"attempt": 2, "provider": "anthropic", "region": "EU"}, {"attempt": 4, "provider": "openai", "region": ""}],
                 "fields": [{"id": "status", "label": "Status", "masked": false, "rows": [], "requests": [1, 2, 4]},
                  {"id": "found1rows.*.open", "label": "Open", "masked": false, "rows": ["7"], "requests": [4]},
                  {"id": "held", "label": "Held", "masked": true, "rows": [], "requests": []}]}""");
        open("audit");
        Locator audit = card("Who asked about what");

        audit.locator("tbody button").first().click();

        assertThat(audit.locator(".details:visible")).containsText("Not each request held all of it");
        Locator rows = audit.locator(".details:visible table tbody tr");
        assertThat(rows.nth(0)).hasText("statusStatus–anthropic (EU), openai1, 2, 4–");
        assertThat(rows.nth(1)).hasText("found1rows.*.openOpen–openai47");
        assertThat(rows.nth(2)).hasText("heldHeldmaskednobody––");
    }

    @Test
    void whatAnOlderQuestionSentIsSaidToBeUnknown() {
        server.reply("audit/c1", 200, """
                {"call": "c1", "outcome": "failed", "template": "t", "sentTo": [], "requests": [], "fields": null}""");
        open("audit");

        card("Who asked about what").locator("tbody button").nth(1).click();

        assertThat(card("Who asked about what").locator(".details:visible")).containsText("nothing left the company");
        assertThat(card("Who asked about what").locator(".details:visible")).containsText("not known");
    }

    @Test
    void onlyPricesThatHoldAreShownUntilAllAreWanted() {
        open("prices");
        Locator rows = card("Prices in force").locator("tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("claude-haiku-4-5, claude-haiku-4-5-20*");
        assertThat(rows.nth(1)).containsText("above 272,000 tokens, flex");
        assertThat(rows.nth(1)).containsText("US$0.375");
        assertThat(card("Prices in force")).containsText("prices.csv line 7: input is empty");
        assertThat(card("Prices in force")).containsText("gpt-5.4-mini-2026 ends on 31 Dec 2026");
        assertThat(card("Prices in force")).containsText("without a price today: own/llama-4");

        page.getByLabel("Also rows that have ended").check();

        assertThat(rows).hasCount(3);
    }

    @Test
    void aMonthIsPricedAnewOnlyAfterAPreviewAndAQuestion() throws IOException {
        open("prices");
        Locator card = card("A month at the prices in force");
        button("Preview").click();
        assertThat(card.locator("[role=status]")).hasText("90 requests of November 2026 would get another cost.");
        assertThat(card.locator("tbody tr").last()).hasText("All in EUR2,09090€222.72€221.60-€1.1230");

        button("Apply to the ledger").click();
        page.getByRole(AriaRole.DIALOG).getByText("Cancel").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(sent("POST")).hasSize(1);

        server.reply("rerate", 200, AdminServer.text("rerate.json").replace("\"applied\": false", "\"applied\": true"));
        button("Apply to the ledger").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("90 requests get another cost, -€1.12 in all.");
        checkAccessibility("dialog");
        page.getByRole(AriaRole.DIALOG).getByText("Apply to the ledger").click();

        assertThat(card.locator("[role=status]")).hasText("90 requests of November 2026 have a new cost.");
        assertThat(sent("POST"))
                .extracting(AdminServer.Asked::body)
                .containsExactly("{\"apply\":false}", "{\"apply\":true,\"prices\":\"0f5c91aa27be\"}");
    }

    @Test
    void aSwitchIsTurnedWithAReasonAndOnlyWhereTheConfigurationAllows() {
        open("switches");
        Locator rows = card("What is switched on").locator("tbody tr");
        assertThat(rows).hasCount(4);
        assertThat(rows.nth(1))
                .hasText("Record type invoiceoff by configuration––Only the configuration can switch it on.");
        assertThat(rows.nth(3)).containsText("adam, 22 Nov 2026, 10:00");

        button("Switch off: Record type sales-order").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        exactly(dialog, "Switch off").click();
        assertThat(dialog).isVisible();
        assertThat(dialog.getByLabel("Why")).isFocused();
        dialog.getByLabel("Why").fill("Wrong prices.");
        page.keyboard().press("Enter");

        assertThat(card("What is switched on").locator("[role=status]"))
                .hasText("Switched off: Record type sales-order.");
        assertThat(dialog).hasCount(0);
        assertThat(sent("POST").get(0).body())
                .isEqualTo("{\"kind\":\"entity\",\"name\":\"sales-order\",\"off\":true,\"reason\":\"Wrong prices.\"}");

        label("Name").fill("why-late");
        exactly(card("Switch something else off"), "Switch off").click();
        dialog.getByLabel("Why").fill("x");
        page.keyboard().press("Enter");
        assertThat(card("Switch something else off").locator("[role=status]"))
                .hasText("Switched off: Prepared question why-late.");
        assertThat(sent("POST").get(1).body()).startsWith("{\"kind\":\"capability\",\"name\":\"why-late\"");
    }

    @Test
    void escapeLeavesASwitchAsItIs() {
        open("switches");
        button("Switch on: Prepared question sales-order.draft-update").click();
        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(button("Switch on: Prepared question sales-order.draft-update"))
                .isFocused();
        assertThat(sent("POST")).isEmpty();
    }

    @Test
    void whoGoesBackLeavesTheQuestionBehindAndTheSwitchAsItIs() {
        open("audit");
        page.locator("nav").getByText("Switches").click();
        button("Switch off: Record type sales-order").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();

        page.goBack();

        assertThat(page.locator("[data-part=audit] h1")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(sent("POST")).isEmpty();
    }

    @Test
    void aCaseIsAskedAsTheReaderSpeaks() {
        open("quality");

        assertThat(card("Cases").locator("tbody tr").nth(1)).containsText("What does it cost? (+ de)");
        assertThat(card("Cases").locator("tbody tr").nth(0)).containsText("Warum ist der Auftrag gesperrt?");
    }

    @Test
    void somebodysRightsAreRehearsed() {
        open("permissions");
        label("Login").fill("vera");
        label("Roles").fill("assistant-user, warehouse");
        label("Record type").fill("sales-order");
        label("Record number").fill("4711");

        button("Rehearse").click();

        Locator card = card("Rehearse somebody’s rights");
        assertThat(card.locator("[role=status]"))
                .hasText("Sales order 4711 as vera (assistant-user, warehouse): 2 values, about 412 tokens.");
        assertThat(card.getByLabel("Hidden by roles")).containsText("marginMarginneeds the role controller");
        assertThat(card.getByLabel("Left out")).containsText("does not fit into the budget");
        assertThat(lastRead())
                .isEqualTo(
                        "GET rehearsal?user=vera&role=assistant-user&role=warehouse&type=sales-order&id=4711&language=en");
        assertThat(card("Mapping files").locator("tbody tr").nth(1))
                .containsText("broken.jsonnot in force".replace("json", "json–"));
    }

    @Test
    void ofAListSomebodysRowsAndFiguresAreRehearsed() {
        open("permissions");
        label("Login").fill("anna");
        label("Roles").fill("assistant-user, sales");
        label("Record type").fill("customer-invoice");
        label("Rows of the list").fill("status=OVERDUE&sort=-due");

        button("Rehearse").click();

        Locator card = card("Rehearse somebody’s rights");
        assertThat(card.locator("[role=status]"))
                .hasText("Customer invoices as anna (assistant-user, sales): 8 values, about 380 tokens.");
        Locator rows = card.getByLabel("Rows that would be sent").locator("tr");
        assertThat(rows.nth(0)).hasText("RowInvoiceClerk");
        assertThat(rows.nth(1)).hasText("8790987909Eva Weber, masked");
        assertThat(rows.nth(2)).hasText("8791087910–");
        assertThat(card.getByLabel("Counted").locator("tbody tr")).hasText("1Meyer2");
        assertThat(card.getByLabel("Figures over all rows").locator("tbody tr")).hasText(new String[] {
            "filterFilterStatus is OVERDUEpublic",
            "rows.openOpen amount, sum of all rowsEUR 1,200.00public",
            "rows.row-countnumber of rows12 (10 not listed)public"
        });
        assertThat(card.getByLabel("What may be asked of the list").locator("tbody tr"))
                .hasText(new String[] {
                    "numberInvoicepubliceq, containsyesno–",
                    "statusStatuspublicOPEN, OVERDUEnoyes–",
                    "openOpen amountpublic–nonosum, max"
                });
        assertThat(card.getByLabel("Left out").locator("tbody tr")).hasText(new String[] {
            "rows.*.bankBank account (2)secret", "rowsCustomer invoices (10)capped by the ERP"
        });
        assertThat(card.getByLabel("Hidden by roles")).containsText("marginMarginneeds the role controller");
        assertThat(lastRead())
                .isEqualTo("GET rehearsal/list?user=anna&role=assistant-user&role=sales&type=customer-invoice"
                        + "&query=status%3DOVERDUE%26sort%3D-due&language=en");
    }

    @Test
    void aMappingFileIsProposed() {
        server.reply("describe?dataSource=jdbc%2Ferp&table=orders", 200, "{\"type\":\"orders\"}");
        open("permissions");
        page.getByLabel("Table", new Page.GetByLabelOptions().setExact(true)).fill("orders");
        button("Propose").click();

        assertThat(page.locator("pre")).hasText("{\n  \"type\": \"orders\"\n}");
    }

    @Test
    void instructionsAreReadAndTriedOnARecord() {
        open("templates");
        Locator inUse = card("Instructions in use");
        assertThat(inUse.locator(".note.bad")).hasText("answer-5.txt: {tone} is no placeholder; known are {language}");
        button("answer/3").click();
        assertThat(inUse.locator("pre")).hasText("- Answer only.");
        assertThat(inUse.locator("pre")).isFocused();

        label("Record type").fill("sales-order");
        label("Record number").fill("4711");
        label("Question").fill("Why is it blocked?");
        label("Answer in").selectOption("de");
        label("answer").selectOption("answer/3");
        button("Show the prompt").click();

        Locator test = card("Test on a record or list");
        assertThat(test.locator("[role=status]"))
                .hasText("Sales order 4711 as vera, data/1+answer/3: about 584 tokens, 190 of them instructions.");
        assertThat(test.locator("pre").nth(1)).containsText("<record_data>");
        assertThat(sent("POST").get(0).body())
                .isEqualTo("{\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},\"question\":\"Why is it blocked?\","
                        + "\"language\":\"de\",\"versions\":{\"answer\":3}}");
    }

    @Test
    void instructionsAreTriedOnAListToo() {
        open("templates");
        label("Record type").fill("sales-order");
        label("Rows of the list").fill("status=LATE&sort=-due");
        label("Question").fill("Which first?");
        label("Answer in").selectOption("en");
        button("Show the prompt").click();

        assertThat(card("Test on a record or list").locator("pre").nth(1)).containsText("<record_data>");
        assertThat(sent("POST").get(0).body())
                .isEqualTo(
                        "{\"list\":{\"type\":\"sales-order\",\"query\":\"status=LATE&sort=-due\"},\"question\":\"Which first?\","
                                + "\"language\":\"en\",\"versions\":{}}");
    }

    @Test
    void aBadAnswerBecomesACaseThatIsRunAgain() {
        server.reply("evaluation/cases", 200, caseMade());
        open("quality");
        assertThat(card("What people say").locator("tbody tr")).hasCount(2);
        assertThat(sent("GET"))
                .extracting(AdminServer.Asked::request)
                .contains("GET feedback?rating=down&offset=0&limit=50");

        card("What people say").locator("tbody button").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("New case")))
                .isFocused();
        assertThat(card("New case")).containsText("From the rating by anna: “The date is not the promised one,");
        assertThat(label("Record number")).hasValue("4711");
        card("New case").getByLabel("Question").fill("Warum ist der Auftrag gesperrt?");
        card("New case").getByLabel("Language").selectOption("de");
        label("Must be in the answer").fill("#overLimitBy\n 5.600,00 \n");
        label("Must not be in the answer").fill("#margin");
        button("Store the case").click();

        assertThat(card("New case").locator("[role=status]")).hasText("Stored: Block of 4711.");
        assertThat(sent("POST").get(0).body())
                .isEqualTo(
                        "{\"feedback\":\"0f5c\",\"question\":\"Warum ist der Auftrag gesperrt?\",\"language\":\"de\","
                                + "\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},\"as\":{\"user\":\"anna\",\"roles\":[\"assistant-user\"]},"
                                + "\"expected\":[{\"field\":\"overLimitBy\"},{\"value\":\"5.600,00\"}],"
                                + "\"forbidden\":[{\"field\":\"margin\"}],\"refusal\":false}");

        server.reply("evaluation/runs", 200, "{\"id\":\"91c0\",\"planned\":1,\"runs\":[]}");
        button("Run again: Block of 4711").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("New run")))
                .isFocused();
        label("Spending limit").fill("0,20");
        button("Start the run").click();

        assertThat(card("New run").locator("[role=status]")).hasText("Started: 1 question.");
        assertThat(sent("POST").get(1).body())
                .isEqualTo(
                        "{\"cases\":[\"7b1e\"],\"languages\":[],\"variants\":[{\"slot\":\"primary\",\"tier\":\"small\"}],"
                                + "\"spendingLimit\":\"0.20\"}");
    }

    /** What the server says of a new case and of all of them, in one. */
    private static String caseMade() {
        try {
            String all = AdminServer.text("cases.json");
            return "{\"name\":\"Block of 4711\"," + all.substring(1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoVariantsAreComparedAndARecordingCostsNothing() {
        open("quality");
        page.getByLabel("Compare with a second one").check();
        label("Compared with").selectOption("[\"91c0\",1]");
        page.getByLabel("de", new Page.GetByLabelOptions().setExact(true)).check();
        page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> button("Start the run").click());

        assertThat(sent("POST").get(0).body())
                .contains("\"languages\":[\"de\"],\"variants\":[{\"slot\":\"primary\",\"tier\":\"small\"},"
                        + "{\"recording\":\"91c0\",\"variant\":1}]");
    }

    @Test
    void twoModelsThatNobodyHasConfiguredAreComparedByTheirNames() {
        open("quality");
        page.getByLabel("Compare with a second one").check();
        label("Model by name").first().fill(" claude-x ");
        label("Model by name").last().fill("claude-y");
        page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> button("Start the run").click());

        assertThat(sent("POST").get(0).body())
                .contains("\"variants\":[{\"slot\":\"primary\",\"tier\":\"small\",\"model\":\"claude-x\"},"
                        + "{\"slot\":\"primary\",\"tier\":\"small\",\"model\":\"claude-y\"}]");
    }

    @Test
    void aRecordingIsJudgedAsItIsAndWhatIsWrongWithItIsSaid() {
        server.reply("evaluation/recordings", 400, "{\"detail\":\"Line 3: answers[1].usage must be an object.\"}");
        open("quality");
        Locator judge = judge("{ \"a\":\n1");
        assertThat(judge.locator("[role=status]")).hasText("Line 3: answers[1].usage must be an object.");
        assertThat(sent("POST").get(0)).isEqualTo(new AdminServer.Asked("POST evaluation/recordings", "{ \"a\":\n1"));

        server.reply("evaluation/recordings", 202, "{\"id\":\"91c0\",\"planned\":30}");
        exactly(judge, "Judge").click();

        assertThat(judge.locator("[role=status]")).hasText("Judging: 30 answers.");
        assertThat(page.locator(".compared")).isVisible();
        assertThat(page.locator("a[href$='evaluation/runs/91c0/recording?variant=1']"))
                .isVisible();
    }

    @Test
    void aRunShowsItsVariantsBesideEachOtherAndWhatIsWrongWithAnAnswer() {
        open("quality");
        page.getByText("Results", new Page.GetByTextOptions().setExact(true)).click();

        Locator compared = page.locator(".compared tbody tr");
        assertThat(compared.nth(0)).hasText("Asked21 and 1 failed");
        assertThat(compared.nth(1)).hasText("Good answers1 / 21 / 1");
        assertThat(compared.nth(8)).hasText("Cost€0.0042not known");
        Locator results = card("Runs")
                .getByLabel("Results", new Locator.GetByLabelOptions().setExact(true))
                .locator("tbody tr");
        assertThat(results.nth(0))
                .containsText(
                        "missing: 5.600,00; must not be there: margin; not in the record: 12.4; wrong language en");
        assertThat(results.nth(1)).containsText("good");
        assertThat(results.nth(2)).containsText("failedprovider-unavailable");
        assertThat(results.nth(3)).containsText("left out");
        results.nth(0).getByText("Read").click();
        assertThat(results.nth(0)).containsText("It waits for accounting.");
    }

    @Test
    void aRunUnderWayIsLookedAtAgainAndCanBeStopped() throws IOException {
        server.reply("evaluation/runs", 200, AdminServer.text("runs.json").replace("\"finished\"", "\"running\""));
        open("quality");
        assertThat(card("Runs").locator("tbody tr").first()).containsText("running3 / 4");
        server.reply("evaluation/runs", "runs.json");

        exactly(card("Runs"), "Stop").click();

        assertThat(card("Runs").locator("tbody tr").first()).containsText("finished");
        assertThat(sent("DELETE"))
                .extracting(AdminServer.Asked::request)
                .containsExactly("DELETE evaluation/runs/91c0");
    }

    @Test
    void anEmptySystemIsToldHowRatingsCasesAndSwitchesComeAbout() {
        server.reply("feedback", 200, "{\"feedback\":[],\"more\":false}");
        server.reply("evaluation/cases", 200, "{\"sets\":[],\"languages\":[],\"cases\":[]}");
        server.reply("evaluation/runs", 200, "{\"runs\":[]}");
        server.reply("mappings", 200, "{\"mappings\":[]}");
        open("quality");
        assertThat(page.getByText("People rate with the thumbs below an answer."))
                .isVisible();
        assertThat(page.getByText("Make one of a rating above.")).isVisible();
        assertThat(page.getByText("No run yet.")).isVisible();
        checkAccessibility("quality, empty");
        page.locator("nav").getByText("Permissions").click();
        assertThat(page.getByText("There is no mapping file.")).isVisible();
    }
}
