using Microsoft.OData;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Payloads;

/// <summary>Follows the OData library through a body and gathers the rows in it.</summary>
internal sealed class ResourceWalk(DataverseSchema schema)
{
    private readonly Stack<RowPayload?> _rows = [];
    private readonly Stack<NavigationPayload> _navigations = [];
    private readonly List<RowPayload> _set = [];
    private RowPayload? _root;

    /// <summary>Reads to the end.</summary>
    /// <returns>The outermost row.</returns>
    public RowPayload Walk(ODataReader reader, Table table)
    {
        while (reader.Read())
            Take(reader, table);

        return _root
            ?? throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, "The body holds no row: an object is expected.");
    }

    /// <summary>Reads a list of rows to its end; each says of which table it is.</summary>
    public List<RowPayload> WalkSet(ODataReader reader)
    {
        while (reader.Read())
            Take(reader, table: null);
        return _set;
    }

    private void Take(ODataReader reader, Table? table)
    {
        switch (reader.State)
        {
            case ODataReaderState.ResourceStart:
                StartRow(reader.Item as ODataResource, table);
                break;
            case ODataReaderState.ResourceEnd:
                EndRow(reader.Item as ODataResource);
                break;
            case ODataReaderState.NestedResourceInfoStart:
                StartNavigation((ODataNestedResourceInfo)reader.Item);
                break;
            case ODataReaderState.NestedResourceInfoEnd:
                _navigations.Pop();
                break;
            case ODataReaderState.EntityReferenceLink:
                _navigations.Peek().Links.Add(((ODataEntityReferenceLink)reader.Item).Url);
                break;
        }
    }

    private void StartRow(ODataResource? resource, Table? table)
    {
        if (_rows.Count == 0)
        {
            _root = resource is null ? null : new RowPayload(table ?? TableOf(resource));
            _rows.Push(_root);
            if (_root is not null)
                _set.Add(_root);
            return;
        }

        var nested = resource is null ? null : new RowPayload(TableOf(resource));
        _rows.Push(nested);
        if (nested is not null)
            _navigations.Peek().Rows.Add(nested);
    }

    private void EndRow(ODataResource? resource)
    {
        var row = _rows.Pop();
        if (row is null || resource is null)
            return;

        foreach (var property in resource.Properties)
        {
            var column = row.Table.FindProperty(property.Name)
                ?? throw RefusedException.BadRequest(
                    ErrorCodes.BadPayload, $"Property '{property.Name}' of '{row.Table}' cannot be written.");
            row.Values.Add(new KeyValuePair<Column, object?>(column, property.Value));
        }
    }

    private void StartNavigation(ODataNestedResourceInfo info)
    {
        var navigation = new NavigationPayload(info.Name);
        _rows.Peek()!.Navigations.Add(navigation);
        _navigations.Push(navigation);
    }

    private Table TableOf(ODataResource resource)
    {
        var name = resource.TypeName[(resource.TypeName.LastIndexOf('.') + 1)..];
        return schema.FindTable(name)
            ?? throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, $"'{name}' is no table that a row can be made in.");
    }
}
