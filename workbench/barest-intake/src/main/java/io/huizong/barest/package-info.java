/** The barest endpoint that takes the same JSON under the same token and writes the same record. */
package io.huizong.barest;
