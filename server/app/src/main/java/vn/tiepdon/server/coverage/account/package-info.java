/** The administrator's page of health insurance: account, certificate, first items, names of places. */
package vn.tiepdon.server.coverage.account;
