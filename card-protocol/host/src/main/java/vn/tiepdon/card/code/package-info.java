/** What scanners and keypads deliver: frames, then codes, told apart and checked. Formats: docs/codes.md. */
package vn.tiepdon.card.code;
