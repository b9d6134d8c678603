package erp.assistant.report;

/** How many answers are under way on this server. A CDI bean; safe for use by many threads. */
public interface Occupancy {

    /** Answers under way now, those included that are being recorded. */
    int open();

    /** More are refused. */
    int limit();
}
