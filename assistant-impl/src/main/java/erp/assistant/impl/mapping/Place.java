package erp.assistant.impl.mapping;

/** Where something stands in a file: line and column, both from 1. */
record Place(int line, int column) {

    static Place of(String text, int offset) {
        int line = 1;
        int start = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, end - start + 1);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
