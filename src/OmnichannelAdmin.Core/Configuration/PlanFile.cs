using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// The file of a plan. A seal over its content shows that nobody edited it; and whatever the seal says, only tables and
/// columns that a document could hold are read back.
/// </summary>
internal static class PlanFile
{
    private const int Version = 1;
    private const string VersionName = "planVersion";
    private const string EnvironmentName = "environment";
    private const string OrganizationName = "organizationId";
    private const string ChangesName = "changes";
    private const string GuardsName = "guards";
    private const string SealName = "seal";
    private const string ActionName = "action";
    private const string TableName = "table";
    private const string KeyName = "key";
    private const string IdName = "id";
    private const string ETagName = "etag";
    private const string FieldsName = "fields";
    private const string ColumnName = "column";
    private const string BeforeName = "before";
    private const string AfterName = "after";

    // A plan file begins with its version; a configuration has no such property, and may have comments.
    public static bool IsPlan(string json) =>
        Regex.IsMatch(json, $@"^\s*\{{\s*""{VersionName}""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string Write(ConfigurationPlan plan)
    {
        var json = WriteContent(plan);
        json[SealName] = Seal(json);
        return ConfigurationWriter.ToText(json);
    }

    /// <exception cref="PlanRefusedException">The plan was edited, or is of another version of the module.</exception>
    public static ConfigurationPlan Read(JsonElement json)
    {
        var version = json.GetProperty(VersionName).GetInt32();
        if (version != Version)
            throw new PlanRefusedException(
                $"The plan is of version {version}, and this module reads version {Version}. Make a new plan.");

        var plan = new ConfigurationPlan
        {
            Environment = new Uri(json.GetProperty(EnvironmentName).GetString()!),
            OrganizationId = json.GetProperty(OrganizationName).GetGuid(),
            Changes = [.. json.GetProperty(ChangesName).EnumerateArray().Select(ReadChange)],
            Guards = [.. json.GetProperty(GuardsName).EnumerateArray().Select(ReadGuard)],
        };
        return json.GetProperty(SealName).GetString() == Seal(WriteContent(plan))
            ? plan
            : throw new PlanRefusedException(
                "The plan file was edited after it had been saved. "
                + "Change the configuration and make a new plan instead.");
    }

    private static JsonObject WriteContent(ConfigurationPlan plan) => new()
    {
        [VersionName] = Version,
        [EnvironmentName] = plan.Environment.AbsoluteUri,
        [OrganizationName] = plan.OrganizationId,
        [ChangesName] = new JsonArray([.. plan.Changes.Select(Write)]),
        [GuardsName] = new JsonArray([.. plan.Guards.Select(Write)]),
    };

    private static JsonObject Write(PlannedChange change) => new()
    {
        [ActionName] = change.Action.ToString(),
        [TableName] = change.Table.LogicalName,
        [KeyName] = WriteKey(change.Key),
        [IdName] = change.Id,
        [ETagName] = change.ETag,
        [FieldsName] = new JsonArray([.. change.Fields.Select(Write)]),
    };

    private static JsonObject Write(PlannedField field) => new()
    {
        [ColumnName] = field.Name,
        [BeforeName] = StoredValue.Write(field.Before),
        [AfterName] = StoredValue.Write(field.After),
    };

    private static JsonObject Write(PlanGuard guard) => new()
    {
        [TableName] = guard.Key.Table.LogicalName,
        [KeyName] = WriteKey(guard.Key),
        [IdName] = guard.Id,
        [ETagName] = guard.ETag,
    };

    private static JsonArray WriteKey(RecordKey key) =>
        new([.. key.Parts.Select(part =>
            part is RecordKey nested ? WriteKey(nested) : (JsonNode)JsonValue.Create((string)part))]);

    private static PlannedChange ReadChange(JsonElement json)
    {
        var table = ConfigurationModel.FindTable(json.GetProperty(TableName).GetString()!)
            ?? throw Undeclared(json, TableName);
        var properties = ConfigurationModel.PropertiesOf(table);
        var change = new PlannedChange
        {
            Action = Enum.Parse<PlanAction>(json.GetProperty(ActionName).GetString()!),
            Key = ReadKey(table, json.GetProperty(KeyName)),
            Id = json.GetProperty(IdName).GetGuid(),
            ETag = json.GetProperty(ETagName).GetString(),
            Fields = [.. json.GetProperty(FieldsName).EnumerateArray().Select(field => ReadField(properties, field))],
        };
        return IsOfItsKey(change)
            ? change
            : throw new PlanRefusedException(
                $"The plan file was edited: {change} would write the key of another record.");
    }

    private static bool IsOfItsKey(PlannedChange change) => change.Table.Key.Zip(change.Key.Parts).All(pair =>
        change.Fields.FirstOrDefault(field => field.Property == pair.First) is not { } field
        || string.Equals(
            KeyText(field.After ?? field.Before), pair.Second.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string KeyText(object? value) => value switch
    {
        null => "",
        RecordReference reference => reference.ToString(),
        _ => DocumentValue.ToText(value),
    };

    private static PlannedField ReadField(IReadOnlyList<PropertyModel> properties, JsonElement json)
    {
        var name = json.GetProperty(ColumnName).GetString();
        var property = properties.FirstOrDefault(property => property.DocumentName == name)
            ?? throw Undeclared(json, ColumnName);
        return new PlannedField(
            property,
            StoredValue.Read(property, json.GetProperty(BeforeName)),
            StoredValue.Read(property, json.GetProperty(AfterName)));
    }

    private static PlanGuard ReadGuard(JsonElement json)
    {
        var name = json.GetProperty(TableName).GetString();
        var table = ConfigurationModel.ReadFor(ConfigurationModel.Tables)
                .FirstOrDefault(table => table.LogicalName == name)
            ?? throw Undeclared(json, TableName);
        return new PlanGuard(
            ReadKey(table, json.GetProperty(KeyName)),
            json.GetProperty(IdName).GetGuid(),
            json.GetProperty(ETagName).GetString());
    }

    private static RecordKey ReadKey(TableModel table, JsonElement json)
    {
        var parts = json.EnumerateArray().ToList();
        return new RecordKey(table, [.. table.Key.Zip(parts, (column, part) => ReadKeyPart(column, parts, part))]);
    }

    private static object ReadKeyPart(ColumnModel column, List<JsonElement> parts, JsonElement part) =>
        part.ValueKind == JsonValueKind.Array ? ReadOtherKey(column, parts, part) : part.GetString()!;

    // Which table an instance belongs to, another part of the same key tells.
    private static RecordKey ReadOtherKey(ColumnModel column, List<JsonElement> parts, JsonElement json)
    {
        var table = column.TargetIn(name =>
        {
            var teller = column.Table.Column(name);
            return DocumentValue.ReadText(
                parts[column.Table.Key.ToList().IndexOf(teller)].GetString()!, teller.ValueType);
        });
        return ReadKey(
            table ?? throw new FormatException($"The key points at a row through {column}, which cannot be."), json);
    }

    private static PlanRefusedException Undeclared(JsonElement json, string property) => new(
        $"The plan file was edited: it touches the {property} '{json.GetProperty(property)}', "
        + "which no configuration can hold.");

    private static string Seal(JsonObject content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJsonString())));
}
