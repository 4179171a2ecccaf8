/** Whether what a chip said is what Vietnam signed, and whether the chip is the one it was signed for. */
package vn.tiepdon.card.citizen.trust;
