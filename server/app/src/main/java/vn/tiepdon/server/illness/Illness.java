package vn.tiepdon.server.illness;

import vn.tiepdon.api.Text;
import vn.tiepdon.server.history.Icd10;

/**
 * A line of the list of illnesses.
 *
 * @param chapter 1 to 22
 */
record Illness(Icd10 code, Text name, int chapter) {}
