package peer;

/** The request's body. */
public record Question(String question) {}
