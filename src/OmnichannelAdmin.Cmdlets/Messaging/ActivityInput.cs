using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Requests;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Reads an activity out of the forms in which a script holds one.</summary>
internal static class ActivityInput
{
    /// <param name="value">An activity, its JSON text, or the object or hashtable that another command made of
    /// that.</param>
    /// <exception cref="OcValidationException">It is no activity.</exception>
    public static Activity Read(object value) => Unwrapped.Value(value) switch
    {
        Activity activity => activity,
        string json => Activity.Parse(json),
        _ => Activity.Parse(RequestBody.Of(value)!.ToJsonString()),
    };
}
