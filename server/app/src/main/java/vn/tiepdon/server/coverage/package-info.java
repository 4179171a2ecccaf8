/** Health insurance (bảo hiểm y tế): whether it holds here and today, and what the law wants reported; docs/insurance.md. */
package vn.tiepdon.server.coverage;
