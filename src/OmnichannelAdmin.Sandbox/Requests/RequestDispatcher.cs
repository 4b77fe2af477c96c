using System.Net;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Definitions;
using OmnichannelAdmin.Sandbox.Queries;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Finds out what a request is and has it answered.</summary>
internal static class RequestDispatcher
{
    /// <summary>Answers a request; a refused one too.</summary>
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request)
    {
        try
        {
            return ExecuteOrThrow(scope, request);
        }
        catch (RefusedException refused)
        {
            return ErrorBody.Write(refused, request.Preferences);
        }
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="RefusedException">The request is refused.</exception>
    public static SandboxResponse ExecuteOrThrow(RequestScope scope, SandboxRequest request)
    {
        var query = new ODataQuery(scope, request.Url);
        return query.Path.FirstSegment switch
        {
            null when request.Method == "GET" => ServiceDocument.Write(scope),
            OperationImportSegment operation => FunctionRequest.Execute(scope, request, operation),
            MetadataSegment => MetadataDocument.Write(scope),
            EntitySetSegment { EntitySet.Name: DefinitionModel.EntityDefinitions } =>
                DefinitionRequest.Execute(scope, request, query),
            EntitySetSegment => ExecuteOnRows(scope, request, query),
            _ => throw NotAllowed(request),
        };
    }

    /// <summary>What answers a method that a URL does not take.</summary>
    public static RefusedException NotAllowed(SandboxRequest request) => new(
        HttpStatusCode.MethodNotAllowed,
        ErrorCodes.BadRequest,
        $"The method {request.Method} is not supported on '{request.Url.AbsolutePath}'.");

    private static SandboxResponse ExecuteOnRows(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        var segments = query.Path.ToList();
        if (segments.Any(segment => segment is NavigationPropertyLinkSegment))
            return ReferenceRequest.Execute(scope, request, query);

        return segments[^1] switch
        {
            OperationSegment operation when segments is [EntitySetSegment set, _] =>
                MultipleRequest.Execute(scope, request, operation, set.EntitySet.Name),
            CountSegment => RowSetRequest.Count(scope, request, query),
            ValueSegment or PropertySegment => PropertyRequest.Execute(scope, request, query),
            EntitySetSegment => RowSetRequest.Execute(scope, request, query),
            NavigationPropertySegment navigation when RowPath.IsCollection(navigation.NavigationProperty) =>
                RowSetRequest.Execute(scope, request, query),
            KeySegment or NavigationPropertySegment or TypeSegment => RowRequest.Execute(scope, request, query),
            _ => throw NotAllowed(request),
        };
    }
}
