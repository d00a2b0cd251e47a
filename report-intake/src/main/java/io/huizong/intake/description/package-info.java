/** What the API's description shows besides META-INF/openapi.yaml. */
package io.huizong.intake.description;
