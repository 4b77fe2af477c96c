namespace OmnichannelAdmin.Payments;

/// <summary>The kind of channel that a payment profile is for (column <c>msdyn_occhanneltype</c>).</summary>
public enum PaymentChannelType
{
    /// <summary>Apple Messages for Business.</summary>
    AppleMessagesForBusiness = 192450000,
}
