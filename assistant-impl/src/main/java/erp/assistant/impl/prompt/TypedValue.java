package erp.assistant.impl.prompt;

/** What the user has typed into a form, made harmless and masked; it may be longer then than what may be sent to us. */
record TypedValue(String label, String value) {

    String json() {
        return "{\"label\":" + Json.string(label) + ",\"value\":" + Json.string(value) + "}";
    }
}
