using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>
/// What a merchant must be to take payments by Apple Pay. Source: Microsoft's page on payment profiles, May 2025.
/// </summary>
public static class ApplePayMerchantRules
{
    private const string China = "CN";
    private const string SaudiArabia = "SA";

    // A certificate is checked, and brought into its columns, on its own.
    private static readonly string[] Required =
    [
        nameof(ApplePayMerchant.RowName),
        nameof(ApplePayMerchant.MerchantName),
        nameof(ApplePayMerchant.MerchantId),
        nameof(ApplePayMerchant.MerchantDomainUrl),
        nameof(ApplePayMerchant.GatewayUrl),
        nameof(ApplePayMerchant.CountryCode),
        nameof(ApplePayMerchant.Network),
    ];

    /// <summary>Gives a new merchant the capability that it must have.</summary>
    public static void Fill(RecordValues values)
    {
        if (values[nameof(ApplePayMerchant.Capability)] is null)
            values[nameof(ApplePayMerchant.Capability)] = new[] { MerchantCapability.ThreeDSecure };
    }

    /// <summary>Refuses what a merchant cannot be.</summary>
    /// <param name="merchant">The merchant.</param>
    /// <exception cref="OcValidationException">The merchant breaks a rule.</exception>
    public static void CheckRecord(ApplePayMerchant merchant)
    {
        if (merchant.Capability is { } capability)
            CheckCapability(capability);
        if (merchant.CountryCode is { } country)
            CheckCountry(country);
    }

    /// <summary>Refuses what a new merchant cannot be, and gives it what it must have.</summary>
    /// <param name="values">What is to be written.</param>
    /// <returns>What the user should know although it is no error.</returns>
    /// <exception cref="OcValidationException">A value breaks a rule or is missing.</exception>
    public static IReadOnlyList<string> CheckNew(RecordValues values)
    {
        Fill(values);
        foreach (var property in Required)
            values.Require(property, isNew: true);

        return CheckChange(values);
    }

    /// <summary>
    /// Refuses what a merchant cannot become, and brings the country into the one form in which it is stored.
    /// </summary>
    /// <param name="values">What is to be written.</param>
    /// <returns>What the user should know although it is no error.</returns>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static IReadOnlyList<string> CheckChange(RecordValues values)
    {
        values.Check(isNew: false);
        if (values[nameof(ApplePayMerchant.Capability)] is ChoiceSet<MerchantCapability> capability)
            CheckCapability(capability);
        if (values[nameof(ApplePayMerchant.CountryCode)] is not string country)
            return [];

        CheckCountry(country);
        values[nameof(ApplePayMerchant.CountryCode)] = country.ToUpperInvariant();
        return country.Equals(SaudiArabia, StringComparison.OrdinalIgnoreCase)
            ? ["Microsoft's page on rich messages counts Saudi Arabia among the countries where Apple Pay "
                + "messages are not supported."]
            : [];
    }

    private static void CheckCountry(string country)
    {
        const string Field = nameof(ApplePayMerchant.CountryCode);
        if (!CountryCodes.IsKnown(country))
        {
            throw new OcValidationException(
                Field, "CountryCodeUnknown",
                $"{Field} is '{country}', which is not a two-letter country code of ISO 3166 such as DE or US.");
        }

        if (country.Equals(China, StringComparison.OrdinalIgnoreCase))
            throw new OcValidationException(
                Field, "CountryNotSupported", "Merchants in China (CN) cannot use Apple Pay messages.");
    }

    private static void CheckCapability(ChoiceSet<MerchantCapability> capability)
    {
        if (!capability.Contains(MerchantCapability.ThreeDSecure))
        {
            throw new OcValidationException(
                nameof(ApplePayMerchant.Capability),
                "ThreeDSecureMissing",
                $"Capability is {capability}; it must hold {nameof(MerchantCapability.ThreeDSecure)}, "
                    + "which Apple Pay requires.");
        }
    }
}
