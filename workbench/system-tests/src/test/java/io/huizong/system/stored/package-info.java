/** What the services hold: in their tables, in the topic of changes, in their answers. */
package io.huizong.system.stored;
