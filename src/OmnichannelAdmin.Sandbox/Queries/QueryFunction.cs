using System.Globalization;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>
/// The platform's own functions in $filter, such as
/// <c>Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=["a","b"])</c>.
/// </summary>
internal sealed class QueryFunction
{
    private readonly RequestScope _scope;
    private readonly Dictionary<string, object?> _arguments;
    private readonly Column _column;
    private readonly string _name;

    public QueryFunction(RequestScope scope, Table table, SingleValueFunctionCallNode call)
    {
        _scope = scope;
        _name = call.Name[(call.Name.LastIndexOf('.') + 1)..];
        _arguments = call.Parameters.OfType<NamedFunctionParameterNode>()
            .ToDictionary(parameter => parameter.Name, parameter => ValueOf(parameter.Value), StringComparer.Ordinal);
        var property = (string)_arguments["PropertyName"]!;
        _column = table.FindColumn(property) ?? throw RefusedException.BadRequest(
            ErrorCodes.QueryBuilderNoAttribute, $"'{table}' has no column '{property}'.");
        scope.Permissions.Demand(ColumnAction.Read, table, _column, ErrorCodes.QueryContainedSecuredAttribute);
    }

    /// <summary>Makes the test that the function stands for.</summary>
    /// <exception cref="RefusedException">Its values do not fit the column.</exception>
    public RowValue Compile()
    {
        var now = _scope.Organization.Settings.Time.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return _name switch
        {
            "In" => IsIn(Texts()),
            "NotIn" => Not(IsIn(Texts())),
            "Between" => IsBetween(Texts()),
            "NotBetween" => Not(IsBetween(Texts())),
            "ContainValues" => HoldsAny(Texts()),
            "DoesNotContainValues" => Not(HoldsAny(Texts())),
            "On" => IsWithin(Day(), Day().AddDays(1)),
            "OnOrAfter" => IsWithin(Day(), DateTimeOffset.MaxValue),
            "OnOrBefore" => IsWithin(DateTimeOffset.MinValue, Day().AddDays(1)),
            "Today" => IsWithin(today, today.AddDays(1)),
            "Yesterday" => IsWithin(today.AddDays(-1), today),
            "LastXDays" => IsWithin(today.AddDays(-Number()), now.AddTicks(1)),
            "LastXHours" => IsWithin(now.AddHours(-Number()), now.AddTicks(1)),
            "OlderThanXDays" => IsWithin(DateTimeOffset.MinValue, today.AddDays(-Number())),
            "EqualUserId" => IsId(_scope.UserId),
            "NotEqualUserId" => Not(IsId(_scope.UserId)),
            "EqualBusinessId" => IsId(BusinessUnit()),
            _ => throw RefusedException.NotInSandbox($"the query function '{_name}'"),
        };
    }

    private RowValue IsIn(IReadOnlyList<string> texts)
    {
        var values = texts.Select(ParseValue).ToList();
        return row => ValueComparison.Comparable(row[_column]) is { } found
            ? values.Any(value => ValueComparison.Compare(found, value) == 0)
            : null;
    }

    private RowValue IsBetween(IReadOnlyList<string> texts)
    {
        if (texts.Count != 2)
            throw RefusedException.BadRequest(ErrorCodes.InvalidArgument, $"'{_name}' takes two values.");

        var (low, high) = (ParseValue(texts[0]), ParseValue(texts[1]));
        return row => ValueComparison.Comparable(row[_column]) is { } found
            ? ValueComparison.Compare(found, low) >= 0 && ValueComparison.Compare(found, high) <= 0
            : null;
    }

    private RowValue HoldsAny(IReadOnlyList<string> texts) => row => row[_column] is string held
        ? held.Split(',').Any(value => texts.Contains(value.Trim(), StringComparer.Ordinal))
        : null;

    private RowValue IsWithin(DateTimeOffset from, DateTimeOffset before)
    {
        if (_column.Type != ColumnType.DateTime)
            throw RefusedException.BadRequest(ErrorCodes.InvalidArgument, $"'{_name}' takes a column with a date.");

        return row => row[_column] is DateTimeOffset time ? time >= from && time < before : null;
    }

    private RowValue IsId(Guid? id) => row =>
        ValueComparison.Comparable(row[_column]) is Guid found && id is not null ? found == id : null;

    private static RowValue Not(RowValue value) => row => value(row) is bool found ? !found : null;

    private IReadOnlyList<string> Texts() => (IReadOnlyList<string>)_arguments["PropertyValues"]!;

    private long Number() => Convert.ToInt64(_arguments["PropertyValue"], CultureInfo.InvariantCulture);

    private DateTimeOffset Day()
    {
        var text = (string)_arguments["PropertyValue"]!;
        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero)
            : throw Unreadable(text);
    }

    private Guid? BusinessUnit()
    {
        var users = _scope.Schema.Table("systemuser");
        return (_scope.Store[users].Find(_scope.UserId)?[users.Column("businessunitid")] as RowReference)?.Id;
    }

    private object ParseValue(string text) => _column.Type switch
    {
        ColumnType.Uniqueidentifier or ColumnType.Lookup or ColumnType.Owner when Guid.TryParse(text, out var id) => id,
        ColumnType.Boolean when text is "true" or "1" => true,
        ColumnType.Boolean when text is "false" or "0" => false,
        ColumnType.DateTime when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.ToUniversalTime(),
        ColumnType.BigInt when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        ColumnType.Integer or ColumnType.Picklist or ColumnType.State or ColumnType.Status
            when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        ColumnType.String or ColumnType.Memo or ColumnType.MultiSelectPicklist or ColumnType.EntityName => text,
        _ => throw Unreadable(text),
    };

    private RefusedException Unreadable(string text) => RefusedException.BadRequest(
        ErrorCodes.InvalidArgument, $"'{text}' is no value of column '{_column}', which holds {_column.Type}.");

    private static object? ValueOf(QueryNode node) => node switch
    {
        ConvertNode convert => ValueOf(convert.Source),
        ConstantNode { Value: ODataCollectionValue collection } =>
            collection.Items.Select(item => (string)item).ToList(),
        ConstantNode constant => constant.Value,
        CollectionConstantNode constants => constants.Collection.Select(item => (string)item.Value).ToList(),
        _ => throw RefusedException.NotInSandbox("anything but constants as arguments of a query function"),
    };
}
