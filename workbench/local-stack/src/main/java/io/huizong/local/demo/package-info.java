/** Five years of a province's reports, made up: for something to look at. No report in them is real. */
package io.huizong.local.demo;
