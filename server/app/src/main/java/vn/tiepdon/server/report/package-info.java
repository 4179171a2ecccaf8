/** What a day, a week or a year was like: counts and waits, and nothing of a person; docs/reports.md. */
package vn.tiepdon.server.report;
