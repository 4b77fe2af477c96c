namespace OmnichannelAdmin.Dataverse;

/// <summary>Paths below the root of the Web API.</summary>
public static class ODataPath
{
    /// <summary>The path of a row: <c>set(guid)</c>.</summary>
    /// <param name="entitySet">The table's entity set.</param>
    /// <param name="id">The row.</param>
    public static string Row(string entitySet, Guid id) => $"{ODataName.Check(entitySet)}({id:D})";

    /// <summary>
    /// The path of a row's links along a navigation property, for adding one: <c>set(guid)/navigation/$ref</c>.
    /// </summary>
    /// <param name="entitySet">The table's entity set.</param>
    /// <param name="id">The row.</param>
    /// <param name="navigation">The navigation property's name, in its exact case.</param>
    public static string Links(string entitySet, Guid id, string navigation) =>
        $"{Row(entitySet, id)}/{ODataName.Check(navigation)}/$ref";

    /// <summary>The path of one link, for deleting it: <c>set(guid)/navigation(related)/$ref</c>.</summary>
    /// <param name="entitySet">The table's entity set.</param>
    /// <param name="id">The row.</param>
    /// <param name="navigation">The collection-valued navigation property's name, in its exact case.</param>
    /// <param name="relatedId">The row that the link leads to.</param>
    public static string Link(string entitySet, Guid id, string navigation, Guid relatedId) =>
        $"{Row(entitySet, id)}/{ODataName.Check(navigation)}({relatedId:D})/$ref";

    /// <summary>A row as the value of an <c>@odata.bind</c>: <c>/set(guid)</c>.</summary>
    /// <param name="entitySet">The entity set of the table that is referred to.</param>
    /// <param name="id">The row that is referred to.</param>
    public static string Bind(string entitySet, Guid id) => $"/{Row(entitySet, id)}";
}
