using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads the texts of automated messages by trigger.</summary>
internal static class TriggerTexts
{
    private const string Field = "AutomatedMessage";

    /// <exception cref="OcValidationException">A name is no trigger, or a trigger is there twice.</exception>
    public static IReadOnlyDictionary<AutomatedMessageTrigger, string> Of(TextMap? map)
    {
        var texts = new Dictionary<AutomatedMessageTrigger, string>();
        foreach (var (name, text) in map?.Texts ?? new Dictionary<string, string>())
        {
            if (!Enum.TryParse<AutomatedMessageTrigger>(name, ignoreCase: true, out var trigger)
                || !Enum.IsDefined(trigger))
            {
                throw new OcValidationException(
                    Field, "TriggerUnknown",
                    $"'{name}' is no trigger of an automated message, such as "
                        + $"{AutomatedMessageTrigger.AgentAssignedToConversation}.");
            }

            if (!texts.TryAdd(trigger, text))
                throw new OcValidationException(Field, "TriggerGivenTwice", $"There are two texts for {trigger}.");
        }

        return texts;
    }
}
