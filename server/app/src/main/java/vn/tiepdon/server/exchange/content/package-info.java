/**
 * Patients and visits as rows of named fields, the way the insurance's table XML1 and a CSV file both hold them: from
 * the fields to the record and from the record to the fields. Names are those of QĐ 4750/QĐ-BYT.
 */
package vn.tiepdon.server.exchange.content;
