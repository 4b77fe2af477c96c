using Microsoft.OData.Edm;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The functions that only stand in $filter, as the model declares them.</summary>
internal static class QueryFunctionModel
{
    /// <summary>Those that compare a property with a list of texts.</summary>
    public static readonly IReadOnlyList<string> WithValues =
        ["In", "NotIn", "Between", "NotBetween", "ContainValues", "DoesNotContainValues"];

    /// <summary>Those that compare a property with one text.</summary>
    public static readonly IReadOnlyList<string> WithText = ["On", "OnOrAfter", "OnOrBefore"];

    /// <summary>Those that compare a property with a number.</summary>
    public static readonly IReadOnlyList<string> WithNumber = ["LastXDays", "LastXHours", "OlderThanXDays"];

    /// <summary>Those that take a property alone.</summary>
    public static readonly IReadOnlyList<string> WithoutValue =
        ["EqualUserId", "NotEqualUserId", "EqualBusinessId", "Today", "Yesterday"];

    public static void AddTo(EdmModel model)
    {
        var text = EdmCoreModel.Instance.GetString(isNullable: false);
        foreach (var name in WithValues)
            Add(model, name).AddParameter("PropertyValues", EdmCoreModel.GetCollection(text));
        foreach (var name in WithText)
            Add(model, name).AddParameter("PropertyValue", text);
        foreach (var name in WithNumber)
            Add(model, name).AddParameter("PropertyValue", EdmCoreModel.Instance.GetInt64(isNullable: false));
        foreach (var name in WithoutValue)
            Add(model, name);
    }

    private static EdmFunction Add(EdmModel model, string name)
    {
        var function = new EdmFunction(
            EdmModelFactory.Namespace, name, EdmCoreModel.Instance.GetBoolean(isNullable: false));
        function.AddParameter("PropertyName", EdmCoreModel.Instance.GetString(isNullable: false));
        model.AddElement(function);
        return function;
    }
}
