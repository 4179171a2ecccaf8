package vn.tiepdon.server.coverage.lookup;

import vn.tiepdon.server.coverage.gateway.Result;

/**
 * So many questions of a day had no answer while the patient waited.
 *
 * @param why what came instead
 */
public record NotAtOnce(Result why, int questions) {}
