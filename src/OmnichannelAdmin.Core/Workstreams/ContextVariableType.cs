namespace OmnichannelAdmin.Workstreams;

/// <summary>What a context variable holds (column <c>msdyn_datatype</c>).</summary>
public enum ContextVariableType
{
    /// <summary>Text.</summary>
    Text = 192350000,

    /// <summary>A number.</summary>
    Number = 192350001,

    /// <summary>A reference to a row of a table.</summary>
    EntityReference = 192350100,
}
