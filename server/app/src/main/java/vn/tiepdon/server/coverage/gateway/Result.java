package vn.tiepdon.server.coverage.gateway;

import vn.tiepdon.api.Text;

/**
 * One row of the table of results.
 *
 * @param code maKetQua, or one of our own for what is no answer
 */
public record Result(String code, ResultClass kind, Text patient, Text reception, Text technician) {}
