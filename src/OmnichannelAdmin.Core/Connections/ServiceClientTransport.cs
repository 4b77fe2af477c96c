using System.Reflection;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Connections;

/// <summary>
/// Lets a <c>ServiceClient</c> of Microsoft.PowerPlatform.Dataverse.Client that the caller already has carry the
/// requests. It is met by the shape of its methods, so that this library carries nothing of that package. It signs in
/// and repeats by itself.
/// </summary>
public sealed class ServiceClientTransport : HttpMessageHandler
{
    private const string Expected =
        "ExecuteWebRequestAsync or ExecuteWebRequest (HttpMethod, string, string, Dictionary<string, List<string>>, "
        + "string, …)";

    private static readonly Type[] Shape =
        [typeof(HttpMethod), typeof(string), typeof(string), typeof(Dictionary<string, List<string>>), typeof(string)];

    private readonly object _client;
    private readonly MethodInfo _execute;
    private readonly Uri _apiRoot;

    /// <summary>Makes the transport. The client stays the caller's and is not disposed of.</summary>
    /// <param name="client">The client.</param>
    /// <param name="environment">The environment that it is connected to.</param>
    /// <exception cref="OcValidationException">The object has no method of the right shape.</exception>
    public ServiceClientTransport(object client, EnvironmentUrl environment)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(environment);
        _client = client;
        _apiRoot = environment.ApiRoot;
        _execute = FindMethod(client, "ExecuteWebRequestAsync") ?? FindMethod(client, "ExecuteWebRequest")
            ?? throw new OcValidationException(
                "ServiceClient",
                "ServiceClientUnfit",
                $"{client.GetType()} is no ServiceClient: it has no {Expected}.");
    }

    /// <summary>The address that the client says it is connected to, or null when it says none.</summary>
    public static string? AddressOf(object client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetType().GetProperty("ConnectedOrgUriActual")?.GetValue(client) is Uri address
            ? address.GetLeftPart(UriPartial.Authority)
            : null;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null
            ? ""
            : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var response = await ExecuteAsync(request, body, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= request;
        return response;
    }

    private static MethodInfo? FindMethod(object client, string name) => client.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.Name == name)
        .FirstOrDefault(HasShape);

    private static bool HasShape(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Take(Shape.Length).SequenceEqual(Shape);

    private async Task<HttpResponseMessage> ExecuteAsync(
        HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await InvokeAsync(request, body, cancellationToken).ConfigureAwait(false);
            return answer
                ?? throw new HttpRequestException("The ServiceClient gave no answer; its LastError may say why.");
        }
        catch (Exception e) when (ServiceClientAnswer.Find(e) is { } refusal)
        {
            return refusal.ToResponse();
        }
        catch (Exception e) when (e is not (OperationCanceledException or HttpRequestException))
        {
            throw new HttpRequestException($"The ServiceClient failed: {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage?> InvokeAsync(
        HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        object?[] arguments =
        [
            request.Method,
            RelativePath(request.RequestUri!),
            body,
            HeadersOf(request),
            request.Content?.Headers.ContentType?.ToString(),
        ];
        object?[] all = [.. arguments, .. _execute.GetParameters().Skip(arguments.Length).Select(Rest)];

        // A client that only knows the blocking method must not block the thread that others' requests wait on.
        var result = await Task.Run(
            () => _execute.Invoke(_client, BindingFlags.DoNotWrapExceptions, binder: null, all, culture: null),
            cancellationToken)
            .ConfigureAwait(false);
        return result is Task<HttpResponseMessage> task
            ? await task.ConfigureAwait(false)
            : (HttpResponseMessage?)result;

        object? Rest(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken)
            ? cancellationToken
            : Type.Missing;
    }

    // The client puts its own root before whatever it is given, so an absolute URL would come out as nonsense.
    private string RelativePath(Uri url)
    {
        var path = _apiRoot.MakeRelativeUri(url).OriginalString;
        return !path.StartsWith("..", StringComparison.Ordinal) && !Uri.IsWellFormedUriString(path, UriKind.Absolute)
            ? path
            : throw new HttpRequestException($"A ServiceClient reaches nothing outside of {_apiRoot.AbsolutePath}.");
    }

    private static Dictionary<string, List<string>> HeadersOf(HttpRequestMessage request) =>
        request.Headers.NonValidated
        .ToDictionary(header => header.Key, header => header.Value.ToList(), StringComparer.OrdinalIgnoreCase);
}
