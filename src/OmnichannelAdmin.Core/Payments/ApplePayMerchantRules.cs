using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>What a merchant must be to take payments by Apple Pay. Source: Microsoft's page on payment profiles, May 2025.</summary>
public static class ApplePayMerchantRules
{
    private const string China = "CN";
    private const string SaudiArabia = "SA";

    /// <summary>Brings the country into the one form in which it is stored, and gives a new merchant what it must have.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new merchant.</param>
    public static void Fill(RecordValues values, bool isNew)
    {
        if (values[nameof(ApplePayMerchant.CountryCode)] is string country)
            values[nameof(ApplePayMerchant.CountryCode)] = country.Trim().ToUpperInvariant();
        if (isNew && values[nameof(ApplePayMerchant.Capability)] is null)
            values[nameof(ApplePayMerchant.Capability)] = new[] { MerchantCapability.ThreeDSecure };
    }

    /// <summary>Refuses what a merchant cannot be.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new merchant.</param>
    /// <returns>What the user should know although it is no error.</returns>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static IReadOnlyList<string> Check(RecordValues values, bool isNew)
    {
        values.Check(isNew);
        if (values[nameof(ApplePayMerchant.CountryCode)] is string country)
            CheckCountry(country);
        if (values[nameof(ApplePayMerchant.Capability)] is ChoiceSet<MerchantCapability> capability)
            CheckCapability(capability);

        return values[nameof(ApplePayMerchant.CountryCode)] is SaudiArabia
            ? ["Microsoft's page on rich messages counts Saudi Arabia among the countries where Apple Pay messages are not supported."]
            : [];
    }

    private static void CheckCountry(string country)
    {
        const string Field = nameof(ApplePayMerchant.CountryCode);
        if (!CountryCodes.IsKnown(country))
        {
            throw new OcValidationException(
                Field, "CountryCodeUnknown", $"{Field} is '{country}', which is not a two-letter country code of ISO 3166 such as DE or US.");
        }

        if (country == China)
            throw new OcValidationException(Field, "CountryNotSupported", "Merchants in China (CN) cannot use Apple Pay messages.");
    }

    private static void CheckCapability(ChoiceSet<MerchantCapability> capability)
    {
        if (!capability.Contains(MerchantCapability.ThreeDSecure))
        {
            throw new OcValidationException(
                nameof(ApplePayMerchant.Capability),
                "ThreeDSecureMissing",
                $"Capability is {capability}; it must hold {nameof(MerchantCapability.ThreeDSecure)}, which Apple Pay requires.");
        }
    }
}
