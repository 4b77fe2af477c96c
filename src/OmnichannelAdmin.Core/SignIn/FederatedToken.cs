using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>Hands out the outside token of a federated sign-in, a fresh one each time where there is one.</summary>
/// <param name="observer">The observer of the request that needs a token.</param>
/// <param name="cancellationToken">Ends the wait.</param>
public delegate Task<string> FederatedToken(IDataverseObserver observer, CancellationToken cancellationToken);
