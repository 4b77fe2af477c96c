// Drives a sandbox with DynamicsWebApi, a client of the Dataverse Web API that others wrote in another language, and
// writes what it saw as JSON. A third party's reader reads $metadata. The credential comes from the environment:
// OC_URL, OC_TOKEN_ENDPOINT, OC_CLIENT_ID and OC_CLIENT_SECRET.
import { DynamicsWebApi } from "dynamics-web-api";
import csdl from "odata-csdl";

const channels = "msdyn_occustommessagingchannels";
const workstreams = "msdyn_liveworkstreams";
const { OC_URL, OC_TOKEN_ENDPOINT, OC_CLIENT_ID, OC_CLIENT_SECRET } = process.env;

async function signIn() {
    const form = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: OC_CLIENT_ID,
        client_secret: OC_CLIENT_SECRET,
        scope: new URL("/.default", OC_URL).href,
    });
    const answer = await (await fetch(OC_TOKEN_ENDPOINT, { method: "POST", body: form })).json();
    return answer.access_token;
}

// Answers with the status and the code of a refusal, or with null when there was none.
async function refusalOf(promise) {
    try {
        await promise;
        return null;
    } catch (error) {
        const first = Array.isArray(error) ? error.find((one) => one instanceof Error) : error;
        return { status: first.status, code: first.code ?? first.error?.code };
    }
}

const api = new DynamicsWebApi({
    serverUrl: OC_URL,
    dataApi: { version: "9.2" },
    onTokenRefresh: signIn,
    propagateErrors: true,
});
const seen = {};

async function read() {
    seen.whoAmI = await api.callFunction("WhoAmI");
    const [workstream] = (await api.retrieveMultiple({ collection: workstreams, select: ["msdyn_name"] })).value;
    seen.workstream = workstream;
    return workstream.msdyn_liveworkstreamid;
}

async function write(workstream) {
    const created = await api.create({
        collection: channels,
        data: {
            msdyn_name: "From elsewhere",
            msdyn_occustomchannelid: 192350005,
            "msdyn_liveworkstreamid@odata.bind": `/${workstreams}(${workstream})`,
        },
        returnRepresentation: true,
    });
    const key = created.msdyn_occustommessagingchannelid;
    seen.created = created;

    await api.update({ collection: channels, key, data: { msdyn_name: "Renamed" }, ifmatch: created["@odata.etag"] });
    const stale = { collection: channels, key, data: { msdyn_name: "Again" }, ifmatch: created["@odata.etag"] };
    seen.stale = await refusalOf(api.update(stale));
    seen.read = await api.retrieve({
        collection: channels,
        key,
        select: ["msdyn_name", "msdyn_occustomchannelid", "_msdyn_liveworkstreamid_value"],
        expand: [{ property: "msdyn_liveworkstreamid", select: ["msdyn_name"] }],
        includeAnnotations: "*",
    });

    await api.deleteRecord({ collection: channels, key });
    seen.gone = await refusalOf(api.retrieve({ collection: channels, key }));
    seen.unknownColumn = await refusalOf(api.create({ collection: channels, data: { msdyn_nonsense: 1 } }));
}

async function page() {
    for (let number = 1; number <= 5; number++)
        await api.create({ collection: channels, data: { msdyn_name: `Row ${number}` } });

    const query = { collection: channels, select: ["msdyn_name"], orderBy: ["msdyn_name desc"], count: true };
    const first = await api.retrieveMultiple({ ...query, maxPageSize: 2 });
    const second = await api.retrieveMultiple({ ...query, maxPageSize: 2 }, first["@odata.nextLink"]);
    seen.firstPage = { count: first["@odata.count"], names: first.value.map((row) => row.msdyn_name) };
    seen.secondPage = { names: second.value.map((row) => row.msdyn_name) };
    const all = await api.retrieveAll({ ...query, maxPageSize: 2, filter: "msdyn_name ne 'Row 3'" });
    seen.allPages = all.value.map((row) => row.msdyn_name);
}

async function batch(workstream) {
    api.startBatch();
    api.create({ collection: channels, data: { msdyn_name: "First of batch" }, contentId: "1" });
    api.update({ collection: "$1", data: { msdyn_name: "Changed in batch" } });
    api.update({ collection: workstreams, key: workstream, data: { msdyn_name: "Renamed in batch" } });
    api.retrieve({ collection: workstreams, key: workstream, select: ["msdyn_name"], inChangeSet: false });
    seen.batch = await api.executeBatch();
    seen.afterBatch = await countOf("Changed in batch");

    api.startBatch();
    api.create({ collection: channels, data: { msdyn_name: "Good" } });
    api.create({ collection: channels, data: { msdyn_nonsense: 1 } });
    seen.refusedBatch = await refusalOf(api.executeBatch());
    seen.afterRefusedBatch = await countOf("Good");
}

async function countOf(name) {
    const found = await api.retrieveMultiple({ collection: channels, filter: `msdyn_name eq '${name}'` });
    return found.value.length;
}

async function link(workstream) {
    const text = { msdyn_title: "Hello", msdyn_message: "Hello!" };
    const reply = await api.create({ collection: "msdyn_cannedmessages", data: text });
    const relation = {
        collection: "msdyn_cannedmessages",
        primaryKey: reply,
        relationshipName: "msdyn_msdyn_cannedmessage_liveworkstream",
        relatedKey: workstream,
    };
    const linked = async () => (await api.retrieve({
        collection: "msdyn_cannedmessages",
        key: reply,
        expand: [{ property: "msdyn_msdyn_cannedmessage_liveworkstream", select: ["msdyn_name"] }],
    })).msdyn_msdyn_cannedmessage_liveworkstream.length;
    await api.associate({ ...relation, relatedCollection: workstreams });
    seen.linked = await linked();
    await api.disassociate(relation);
    seen.unlinked = await linked();
}

async function describe() {
    const tables = await api.retrieveEntities({
        select: ["LogicalName", "EntitySetName"],
        filter: "LogicalName eq 'msdyn_occustommessagingchannel'",
    });
    seen.table = tables.value[0];

    const headers = { Authorization: `Bearer ${await signIn()}` };
    const xml = await (await fetch(new URL("/api/data/v9.2/$metadata", OC_URL), { headers })).text();
    const schema = csdl.xml2json(xml, { strict: true })["Microsoft.Dynamics.CRM"];
    const channel = schema.msdyn_occustommessagingchannel;
    seen.metadata = { key: channel.$Key, workstream: channel.msdyn_liveworkstreamid.$Type };
    const fetchXml = '<fetch><entity name="queue"><attribute name="name"/></entity></fetch>';
    seen.fetchXml = await refusalOf(api.fetch({ collection: "queues", fetchXml }));
}

const workstream = await read();
await write(workstream);
await page();
await batch(workstream);
await link(workstream);
await describe();
console.log(JSON.stringify(seen));
