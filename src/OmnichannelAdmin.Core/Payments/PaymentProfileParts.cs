using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Payments;

/// <summary>What belongs to payment profiles in other tables: the merchant and the rich messages.</summary>
public sealed class PaymentProfileParts
{
    private readonly RecordStore _store;
    private readonly RichMessageMaps _messages;
    private readonly Lazy<Task<Dictionary<Guid, ApplePayMerchant>>>? _merchants;

    /// <summary>Makes a reader.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most profiles will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public PaymentProfileParts(RecordStore store, bool allAtOnce, CancellationToken cancellationToken)
    {
        _store = store;
        _messages = RichMessageMaps.OfPaymentProfiles(store, allAtOnce, cancellationToken);
        _merchants = allAtOnce ? new(() => ReadMerchantsAsync(cancellationToken)) : null;
    }

    /// <summary>The profile with its merchant and its rich messages.</summary>
    public async Task<PaymentProfile> CompleteAsync(PaymentProfile profile, CancellationToken cancellationToken) =>
        profile with
    {
        Merchant = await MerchantOfAsync(profile, cancellationToken).ConfigureAwait(false),
        RichMessages = await _messages.MessagesOfAsync(profile.Id, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>The writes that make a profile with its merchant and its rich messages.</summary>
    /// <param name="profile">The profile's values; they get the merchant.</param>
    /// <param name="merchant">The merchant's values.</param>
    /// <param name="messages">The rich messages.</param>
    /// <param name="planned">The profile as it would be.</param>
    public IReadOnlyList<RecordWrite> Create(
        RecordValues profile, RecordValues merchant, IReadOnlyList<RecordReference> messages,
        out PaymentProfile planned)
    {
        var createMerchant = RecordWrite.Create(merchant, Guid.NewGuid());
        profile[nameof(PaymentProfile.ApplePay)] = new RecordReference(createMerchant.Id, createMerchant.Label);
        var createProfile = RecordWrite.Create(profile, Guid.NewGuid());
        planned = (PaymentProfile)createProfile.After! with
        {
            Merchant = (ApplePayMerchant)createMerchant.After!,
            RichMessages = messages,
        };
        return [createMerchant, createProfile, .. _messages.Add(
            new RecordReference(createProfile.Id, planned.Name), messages)];
    }

    /// <summary>The writes that change a profile and what belongs to it.</summary>
    /// <param name="change">The change.</param>
    /// <param name="etag">The version of the profile that the user has seen, or null.</param>
    /// <param name="force">Whether changes that somebody else made meanwhile are written over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">The profile has no merchant that could change.</exception>
    public async Task<IReadOnlyList<RecordWrite>> ChangeAsync(
        PaymentProfileChange change, string? etag, bool force, CancellationToken cancellationToken)
    {
        var profile = change.Profile;
        var writes = new List<RecordWrite>();
        if (change.Values.Count > 0)
            writes.Add(RecordWrite.Update(profile, change.Values, force ? null : etag));
        if (change.Merchant.Count > 0)
            writes.Add(ChangeMerchant(profile, change.Merchant, force));

        writes.AddRange(await _messages.ChangeAsync(
            new RecordReference(
                profile.Id, profile.Name), change.Added, change.Removed, cancellationToken).ConfigureAwait(false));
        return writes;
    }

    /// <summary>
    /// The writes that leave nothing of a profile behind when it goes, but a merchant that another profile uses too.
    /// </summary>
    public async Task<IReadOnlyList<RecordWrite>> RemoveAsync(
        PaymentProfile profile, string? etag, CancellationToken cancellationToken)
    {
        var complete = await CompleteAsync(profile, cancellationToken).ConfigureAwait(false);
        var maps = await _messages.RemoveAsync(profile.Id, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RecordWrite> writes = [.. maps, RecordWrite.Delete(profile, etag)];
        if (complete.Merchant is not { } merchant || await IsSharedAsync(profile, cancellationToken)
            .ConfigureAwait(false))
            return writes;

        return [.. writes, RecordWrite.Delete(merchant, etag: null)];
    }

    /// <summary>The error of a profile that lacks the second of its two rows.</summary>
    internal static OcValidationException WithoutMerchant(string profile) => new(
        nameof(PaymentProfile.Merchant),
        "MerchantMissing",
        $"The payment profile '{profile}' lacks the row of its merchant. Make a new profile in its place.");

    private static RecordWrite ChangeMerchant(PaymentProfile profile, RecordValues values, bool force)
    {
        var merchant = profile.Merchant ?? throw WithoutMerchant(profile.Name);
        return RecordWrite.Update(merchant, values, force ? null : merchant.ETag);
    }

    private async Task<bool> IsSharedAsync(PaymentProfile profile, CancellationToken cancellationToken)
    {
        var column = TableModel.Of<PaymentProfile>().Column(nameof(PaymentProfile.ApplePay)).Declaration;
        var query = new RecordQuery { Filter = column.IsEqualTo(profile.ApplePay) };
        await foreach (var other in _store.ReadAsync<PaymentProfile>(query, cancellationToken).ConfigureAwait(false))
        {
            if (other.Id != profile.Id)
                return true;
        }

        return false;
    }

    private async Task<ApplePayMerchant?> MerchantOfAsync(PaymentProfile profile, CancellationToken cancellationToken)
    {
        if (profile.ApplePay is not { } reference)
            return null;
        if (_merchants is not null)
            return (await _merchants.Value.ConfigureAwait(false)).GetValueOrDefault(reference.Id);

        return (ApplePayMerchant?)await _store.FindAsync(
            TableModel.Of<ApplePayMerchant>(), reference.Id, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Dictionary<Guid, ApplePayMerchant>> ReadMerchantsAsync(CancellationToken cancellationToken)
    {
        var merchants = new Dictionary<Guid, ApplePayMerchant>();
        await foreach (var merchant in _store.ReadAsync<ApplePayMerchant>(new RecordQuery(), cancellationToken)
            .ConfigureAwait(false))
            merchants[merchant.Id] = merchant;

        return merchants;
    }
}
