using System.Reflection;
using System.Text.Json;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Records;

/// <summary>
/// Holds every declaration to the facts, so that a column that drifts is met here and not by an environment.
/// </summary>
public class DeclarationTests
{
    // Every table has these; the facts list them for all tables at once.
    private static readonly string[] CommonColumns = ["createdon", "modifiedon"];

    public static TheoryData<string> RecordClasses() =>
        new(typeof(OcRecord).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TableAttribute>() is not null)
            .Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(RecordClasses))]
    public void A_table_has_the_entity_set_and_the_key_of_the_facts(string recordClass)
    {
        var model = ModelOf(recordClass);
        var table = Assert.NotNull(SchemaFacts.Table(model.LogicalName));

        Assert.Equal(SchemaFacts.Text(table, "entitySetName"), model.EntitySet);
        Assert.Equal(SchemaFacts.Text(table, "primaryId"), model.PrimaryKey);
        Assert.Equal(SchemaFacts.Text(table, "primaryName"), model.NameColumn.Declaration.Column);
    }

    [Theory]
    [MemberData(nameof(RecordClasses))]
    public void A_column_has_the_kind_and_the_limits_of_the_facts(string recordClass)
    {
        var model = ModelOf(recordClass);
        var table = Assert.NotNull(SchemaFacts.Table(model.LogicalName));

        Assert.All(
            model.Columns.Where(column => !CommonColumns.Contains(column.Declaration.Column)),
            column => Check(column, Assert.NotNull(SchemaFacts.Column(table, column.Declaration.Column))));
    }

    [Theory]
    [MemberData(nameof(RecordClasses))]
    public void A_many_to_many_relationship_is_one_of_the_facts(string recordClass)
    {
        var model = ModelOf(recordClass);
        var table = Assert.NotNull(SchemaFacts.Table(model.LogicalName));

        Assert.All(model.Links, links => Assert.Equal(
            SchemaFacts.Text(
                Assert.NotNull(SchemaFacts.Link(table, links.Navigation)), "target"), links.Target.LogicalName));
    }

    private static TableModel ModelOf(string recordClass) =>
        TableModel.Of(typeof(OcRecord).Assembly.GetType(recordClass)!);

    private static void Check(ColumnModel column, JsonElement fact)
    {
        switch (column.Declaration)
        {
            case TextAttribute text:
                Assert.Contains(SchemaFacts.Text(fact, "type"), new[] { "String", "Memo", "Uniqueidentifier" });
                Assert.Equal(SchemaFacts.Number(fact, "maxLength") ?? text.MaxLength, text.MaxLength);
                Assert.False(SchemaFacts.Flag(fact, "secured"), $"{column} is a secured column.");
                break;
            case InstanceAttribute instance:
                Assert.Contains(SchemaFacts.Text(fact, "type"), new[] { "String", "Memo" });
                Assert.Equal(SchemaFacts.Number(fact, "maxLength"), instance.MaxLength);
                break;
            case SecretAttribute secret:
                Assert.Contains(SchemaFacts.Text(fact, "type"), new[] { "String", "Memo" });
                Assert.Equal(SchemaFacts.Number(fact, "maxLength"), secret.MaxLength);
                break;
            case FlagAttribute:
                Assert.Equal("Boolean", SchemaFacts.Text(fact, "type"));
                break;
            case NumberAttribute number:
                Assert.Equal("Integer", SchemaFacts.Text(fact, "type"));
                Assert.InRange(number.Min, SchemaFacts.Number(fact, "minValue") ?? int.MinValue, int.MaxValue);
                Assert.InRange(number.Max, int.MinValue, SchemaFacts.Number(fact, "maxValue") ?? int.MaxValue);
                break;
            case InstantAttribute:
                Assert.Equal("DateTime", SchemaFacts.Text(fact, "type"));
                break;
            case ChoiceAttribute:
                Assert.Contains(SchemaFacts.Text(fact, "type"), new[] { "Picklist", "State", "Status" });
                CheckOptions(column.ValueType, fact);
                break;
            case TextListAttribute list:
                Assert.Equal("String", SchemaFacts.Text(fact, "type"));
                Assert.Equal(SchemaFacts.Number(fact, "maxLength"), list.MaxLength);
                break;
            case LocaleAttribute locale:
                Assert.Equal("Picklist", SchemaFacts.Text(fact, "type"));
                Assert.Equal(
                    locale.Codes.Order(StringComparer.Ordinal),
                    fact.GetProperty("options").EnumerateObject().Select(option => option.Value.GetString())
                        .Order(StringComparer.Ordinal));
                break;
            case ChoicesAttribute:
                Assert.Equal("MultiSelectPicklist", SchemaFacts.Text(fact, "type"));
                CheckOptions(column.ValueType.GetGenericArguments()[0], fact);
                break;
            case LookupAttribute lookup:
                Assert.Equal(SchemaFacts.Text(fact, "navigationProperty"), lookup.Navigation);
                Assert.Contains(
                    TableModel.Of(lookup.Target).LogicalName, fact.GetProperty("targets").EnumerateArray().Select(
                        target => target.GetString()));
                break;
            default:
                Assert.Fail($"{column} is of a kind that this test does not know.");
                break;
        }
    }

    private static void CheckOptions(Type choices, JsonElement fact)
    {
        var options = fact.GetProperty("options").EnumerateObject().Select(option => int.Parse(option.Name)).Order();
        Assert.Equal(options, Enum.GetValues(choices).Cast<int>().Order());
    }
}
