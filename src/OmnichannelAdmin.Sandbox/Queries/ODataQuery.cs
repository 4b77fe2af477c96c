using System.Net;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>A URL as the OData library reads it; its complaints become Dataverse's answers.</summary>
internal sealed class ODataQuery
{
    /// <summary>How the library's complaint about an unknown property begins.</summary>
    private const string UnknownProperty = "Could not find a property named";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$select", "$filter", "$orderby", "$top", "$expand", "$count", "$skiptoken", "$id",
    };

    private static readonly HashSet<string> NotInSandbox = new(StringComparer.OrdinalIgnoreCase)
    {
        "$apply", "$search", "$compute", "$format", "$deltatoken", "fetchxml", "savedquery", "userquery",
    };

    private readonly ODataUriParser _parser;

    public ODataQuery(RequestScope scope, Uri url)
    {
        _parser = new ODataUriParser(scope.Schema.Model, scope.ServiceRoot, url)
        {
            Resolver = new AlternateKeysODataUriResolver(scope.Schema.Model),
        };
        Path = Judge(() => _parser.ParsePath());
        if (url.Query.Length > 1)
            CheckOptions(url);
    }

    /// <summary>The path, part by part.</summary>
    public ODataPath Path { get; }

    /// <summary>The parsed $filter, or null.</summary>
    public FilterClause? Filter => Judge(_parser.ParseFilter);

    /// <summary>The parsed $orderby, or null.</summary>
    public OrderByClause? OrderBy => Judge(_parser.ParseOrderBy);

    /// <summary>The parsed $select and $expand, or null.</summary>
    public SelectExpandClause? SelectExpand => Judge(_parser.ParseSelectAndExpand);

    /// <summary>The value of $top, or null.</summary>
    public long? Top => Judge(_parser.ParseTop);

    /// <summary>The value of $count.</summary>
    public bool Count => Judge(_parser.ParseCount) ?? false;

    /// <summary>The text of $skiptoken, or null.</summary>
    public string? SkipToken => Judge(_parser.ParseSkipToken);

    /// <summary>Runs a part of the library's work.</summary>
    /// <exception cref="RefusedException">The library finds fault with the URL.</exception>
    private static T Judge<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ODataUnrecognizedPathException exception)
        {
            throw new RefusedException(HttpStatusCode.NotFound, ErrorCodes.ResourceNotFound, exception.Message);
        }
        catch (ODataException exception)
        {
            var unknownProperty = exception.Message.StartsWith(UnknownProperty, StringComparison.Ordinal);
            throw RefusedException.BadRequest(
                unknownProperty ? ErrorCodes.UnknownProperty : ErrorCodes.BadRequest, exception.Message);
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidCastException
            or ArgumentException or FormatException)
        {
            // The library stumbles over some malformed URLs where it should complain.
            throw RefusedException.BadRequest(ErrorCodes.BadRequest, "Bad Request - Error in query syntax.");
        }
    }

    private static void CheckOptions(Uri url)
    {
        foreach (var option in url.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(option.Split('=', 2)[0]);
            if (name == "$skip")
                throw RefusedException.BadRequest(ErrorCodes.BadRequest, "Skip Clause is not supported in CRM");
            if (NotInSandbox.Contains(name))
                throw RefusedException.NotInSandbox($"the query option '{name}'");
            if (name.StartsWith('$') && !Known.Contains(name))
            {
                throw RefusedException.BadRequest(
                    ErrorCodes.BadRequest, $"The query parameter '{name}' is not supported.");
            }
        }
    }
}
