import { expect, it } from "vitest";
import { openapiTypes, writeTypes, writtenTypes } from "../../scripts/openapi_types";

it("the types of the server's answers are those of its document", () => {
  if (process.env.WRITE_TYPES) {
    writeTypes(openapiTypes());
  }
  expect(writtenTypes(), "run `npm run types`").toBe(openapiTypes());
});
