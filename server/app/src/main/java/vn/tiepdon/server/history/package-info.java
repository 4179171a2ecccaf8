/** Visits, diagnoses, chronic programmes, emergency data and medication; and what of them a card may carry. */
package vn.tiepdon.server.history;
