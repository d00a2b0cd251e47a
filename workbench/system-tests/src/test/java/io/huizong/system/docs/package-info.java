/** What readers are told to run does run. */
package io.huizong.system.docs;
