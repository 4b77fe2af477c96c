using System.Globalization;
using System.Security;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A write as a value: of which row, which columns before and after, under which version. Checking, <c>-WhatIf</c> and
/// sending all look at this one thing.
/// </summary>
public sealed record RecordWrite
{
    private RecordWrite()
    {
    }

    /// <summary>What it does.</summary>
    public required RecordWriteKind Kind { get; init; }

    /// <summary>The table of the row.</summary>
    public required TableModel Table { get; init; }

    /// <summary>The row. A create has one too, so that it can be repeated when its answer was lost.</summary>
    public required Guid Id { get; init; }

    /// <summary>The row before the write, as far as it is known.</summary>
    public OcRecord? Before { get; init; }

    /// <summary>The columns that change.</summary>
    public IReadOnlyList<ColumnChange> Changes { get; init; } = [];

    /// <summary>The version that the row must still have, or null when any will do.</summary>
    public string? ETag { get; init; }

    /// <summary>The relationship, for a link or an unlink.</summary>
    public RecordLink? Link { get; init; }

    /// <summary>What to call the row in a sentence: its name, or its GUID.</summary>
    public string Label => NameOf(Before ?? After) ?? Id.ToString();

    /// <summary>The row as it would be after the write, or null when the write removes it or is about a link.</summary>
    public OcRecord? After =>
        Kind is RecordWriteKind.Create or RecordWriteKind.Update ? Table.With(Before, Id, Changes) : null;

    /// <summary>Makes a row of checked and resolved values.</summary>
    public static RecordWrite Create(RecordValues values, Guid id) => new()
    {
        Kind = RecordWriteKind.Create,
        Table = values.Table,
        Id = id,
        Changes = [.. values.Select(pair => new ColumnChange(pair.Key, null, pair.Value))],
    };

    /// <summary>Changes a row that was read before.</summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="values">Checked and resolved values.</param>
    /// <param name="etag">The version that the row must still have, or null when any will do.</param>
    public static RecordWrite Update(OcRecord before, RecordValues values, string? etag) => new()
    {
        Kind = RecordWriteKind.Update,
        Table = values.Table,
        Id = before.Id,
        Before = before,
        Changes = [.. values.Select(pair => new ColumnChange(pair.Key, pair.Key.ValueOf(before), pair.Value))],
        ETag = etag,
    };

    /// <summary>Removes a row that was read before.</summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="etag">The version that the row must still have, or null when any will do.</param>
    public static RecordWrite Delete(OcRecord before, string? etag) => new()
    {
        Kind = RecordWriteKind.Delete,
        Table = TableModel.Of(before.GetType()),
        Id = before.Id,
        Before = before,
        ETag = etag,
    };

    /// <summary>Joins the row with another one.</summary>
    public static RecordWrite LinkTo(OcRecord row, RecordLink link) => OfLink(RecordWriteKind.Link, row, link);

    /// <summary>Parts the row from another one.</summary>
    public static RecordWrite UnlinkFrom(OcRecord row, RecordLink link) => OfLink(RecordWriteKind.Unlink, row, link);

    /// <summary>The writes that leave a row joined with exactly the wanted ones.</summary>
    /// <param name="row">The row as it is now, or as it is about to be made.</param>
    /// <param name="property">The property of the row's class that is bound to the relationship.</param>
    /// <param name="wanted">The rows at the other end.</param>
    public static IReadOnlyList<RecordWrite> Relink(
        OcRecord row, string property, IReadOnlyList<RecordReference> wanted)
    {
        var links = TableModel.Of(row.GetType()).Links.Single(model => model.Name == property);
        var there = links.ValueOf(row);
        RecordLink To(RecordReference other) => new(links.Navigation, links.Target, other.Id, other.Name);
        return
        [
            .. wanted.Except(there).Select(other => LinkTo(row, To(other))),
            .. there.Except(wanted).Select(other => UnlinkFrom(row, To(other))),
        ];
    }

    /// <summary>What the write changes, in one line: <c>WebhookUrl: a → b; Language: English → (none)</c>.</summary>
    public string Describe()
    {
        var changes = Changes.Where(IsChange).ToList();
        return string.Join("; ", (changes.Count > 0 ? changes : Changes).Select(Describe));
    }

    private static RecordWrite OfLink(RecordWriteKind kind, OcRecord row, RecordLink link) => new()
    {
        Kind = kind,
        Table = TableModel.Of(row.GetType()),
        Id = row.Id,
        Before = row,
        Link = link,
    };

    private bool IsChange(ColumnChange change) =>
        Kind == RecordWriteKind.Create || !Equals(change.Before, change.After);

    private string Describe(ColumnChange change) => Kind == RecordWriteKind.Create
        ? $"{change.Column.Name}: {Show(change.After)}"
        : $"{change.Column.Name}: {Show(change.Before)} → {Show(change.After)}";

    private static string Show(object? value) => value switch
    {
        null or "" => "(none)",
        SecureString => "(secret)",
        Uri address => address.OriginalString,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string? NameOf(OcRecord? record) => record is null ? null : Table.NameOf(record);
}
