using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Keeps the sign-in of a person in a file that the platform encrypts for this user; never in the clear.
/// </summary>
internal static class EncryptedTokenCache
{
    private const string Product = "OmnichannelAdmin";

    /// <summary>Makes the client read and keep its tokens there.</summary>
    /// <exception cref="SignInException">The platform cannot encrypt.</exception>
    public static async Task AttachAsync(IPublicClientApplication client, Guid clientId)
    {
        try
        {
            var cache = await MsalCacheHelper.CreateAsync(StorageFor(clientId)).ConfigureAwait(false);
            cache.VerifyPersistence();
            cache.RegisterCache(client.UserTokenCache);
        }
        catch (MsalCachePersistenceException e)
        {
            throw new SignInException(
                "TokenCacheCannotEncrypt",
                "This platform has nothing to encrypt tokens with (on Linux: a Secret Service such as GNOME Keyring, "
                + "in a desktop session), and they are not written in the clear. Leave -TokenCache out to keep them "
                + "in memory.",
                e);
        }
    }

    private static StorageCreationProperties StorageFor(Guid clientId)
    {
        var folder = Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            Product);
        return new StorageCreationPropertiesBuilder($"tokens-{clientId:N}.bin", folder)
            .WithMacKeyChain(Product, clientId.ToString())
            .WithLinuxKeyring(
                "omnichanneladmin.tokens",
                MsalCacheHelper.LinuxKeyRingDefaultCollection,
                $"{Product} sign-in",
                new KeyValuePair<string, string>("Product", Product),
                new KeyValuePair<string, string>("ClientId", clientId.ToString()))
            .Build();
    }
}
