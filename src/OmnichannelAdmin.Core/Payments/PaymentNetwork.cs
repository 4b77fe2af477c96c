namespace OmnichannelAdmin.Payments;

/// <summary>A network that carries a card payment (column <c>msdyn_supportednetworks</c>).</summary>
public enum PaymentNetwork
{
    /// <summary>American Express.</summary>
    AmericanExpress = 192350000,

    /// <summary>Visa.</summary>
    Visa = 192350001,

    /// <summary>Discover.</summary>
    Discover = 192350002,

    /// <summary>MasterCard.</summary>
    MasterCard = 192350003,
}
