package erp.assistant.impl.config;

import java.util.OptionalInt;

/**
 * How often may be asked, on each server.
 *
 * @param perUserMinute questions a person may ask per minute
 * @param perCompanyMinute questions that all people together may ask per minute; empty for any number
 */
public record Rates(int perUserMinute, OptionalInt perCompanyMinute) {}
