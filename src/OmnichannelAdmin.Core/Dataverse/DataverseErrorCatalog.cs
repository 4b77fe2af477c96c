using System.Collections.Frozen;
using System.Net;

namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// What is known of error codes and statuses. The code tells more than the status and is asked first. Source: the list
/// of Dataverse web service error codes and the Web API pages on handling errors and on service protection limits.
/// </summary>
public static class DataverseErrorCatalog
{
    /// <summary>All codes that are known.</summary>
    public static IReadOnlyList<DataverseErrorInfo> All { get; } =
    [
        new(
            DataverseErrorCodes.ThrottlingBurstRequestLimitExceededError,
            nameof(DataverseErrorCodes.ThrottlingBurstRequestLimitExceededError),
            DataverseErrorKind.Throttled,
            "Too many requests within five minutes. Wait, or send fewer at a time.",
            IsTransient: true),
        new(
            DataverseErrorCodes.ThrottlingTimeExceededError,
            nameof(DataverseErrorCodes.ThrottlingTimeExceededError),
            DataverseErrorKind.Throttled,
            "The requests of the last five minutes took too long altogether. Wait, and work with less in parallel.",
            IsTransient: true),
        new(
            DataverseErrorCodes.ThrottlingConcurrencyLimitExceededError,
            nameof(DataverseErrorCodes.ThrottlingConcurrencyLimitExceededError),
            DataverseErrorKind.Throttled,
            "Too many requests at the same time. Work with less in parallel.",
            IsTransient: true),
        new(
            DataverseErrorCodes.Throttled,
            "Throttling",
            DataverseErrorKind.Throttled,
            "The environment is throttling. Wait and try again.",
            IsTransient: true),
        new(
            DataverseErrorCodes.DataEngineQueryThrottling,
            nameof(DataverseErrorCodes.DataEngineQueryThrottling),
            DataverseErrorKind.Throttled,
            "The environment holds this query back as too costly. Narrow it down.",
            IsTransient: true),
        new(
            DataverseErrorCodes.ObjectDoesNotExist,
            nameof(DataverseErrorCodes.ObjectDoesNotExist),
            DataverseErrorKind.NotFound,
            "No row has this id. It may have been deleted, or belong to another environment.",
            IsTransient: false),
        new(
            DataverseErrorCodes.RecordNotFoundByEntityKey,
            nameof(DataverseErrorCodes.RecordNotFoundByEntityKey),
            DataverseErrorKind.NotFound,
            "No row has this alternate key.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UnknownResource,
            "CrmHttpError",
            DataverseErrorKind.NotFound,
            "This table, function or action is not known here. The app that brings it may not be installed.",
            IsTransient: false),
        new(
            DataverseErrorCodes.BadODataRequest,
            null,
            DataverseErrorKind.InvalidArgument,
            "The request is not the OData that the environment expects.",
            IsTransient: false),
        new(
            DataverseErrorCodes.BadPayload,
            null,
            DataverseErrorKind.InvalidData,
            "The body does not fit the table: check the navigation property's name and case, and the values' types.",
            IsTransient: false),
        new(
            DataverseErrorCodes.InvalidArgument,
            nameof(DataverseErrorCodes.InvalidArgument),
            DataverseErrorKind.InvalidArgument,
            "An argument is not valid; the message says which.",
            IsTransient: false),
        new(
            DataverseErrorCodes.PicklistValueOutOfRange,
            nameof(DataverseErrorCodes.PicklistValueOutOfRange),
            DataverseErrorKind.InvalidArgument,
            "The choice has no such value in this environment. Its solution may be older.",
            IsTransient: false),
        new(
            DataverseErrorCodes.StringLengthTooLong,
            nameof(DataverseErrorCodes.StringLengthTooLong),
            DataverseErrorKind.InvalidData,
            "A text is longer than its column allows. Shorten it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.CrmSQLCharLengthTooLong,
            nameof(DataverseErrorCodes.CrmSQLCharLengthTooLong),
            DataverseErrorKind.InvalidData,
            "A text is longer than the database column allows. Shorten it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.InvalidCharactersInField,
            nameof(DataverseErrorCodes.InvalidCharactersInField),
            DataverseErrorKind.InvalidData,
            "A text holds a control character. Remove it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.InvalidStateCodeStatusCode,
            nameof(DataverseErrorCodes.InvalidStateCodeStatusCode),
            DataverseErrorKind.InvalidArgument,
            "State and status do not go together. Set a status that belongs to the state.",
            IsTransient: false),
        new(
            DataverseErrorCodes.RequiredColumnCleared,
            "unManagedidspropbagattributenotnullable",
            DataverseErrorKind.InvalidData,
            "A required column was cleared. Give it a value.",
            IsTransient: false),
        new(
            DataverseErrorCodes.QueryBuilderNoAttribute,
            nameof(DataverseErrorCodes.QueryBuilderNoAttribute),
            DataverseErrorKind.InvalidArgument,
            "The table has no such column here. The environment's solution may be older.",
            IsTransient: false),
        new(
            DataverseErrorCodes.QueryBuilderNoEntity,
            nameof(DataverseErrorCodes.QueryBuilderNoEntity),
            DataverseErrorKind.InvalidArgument,
            "The environment has no such table. The app that brings it may not be installed.",
            IsTransient: false),
        new(
            DataverseErrorCodes.PrivilegeDenied,
            nameof(DataverseErrorCodes.PrivilegeDenied),
            DataverseErrorKind.PermissionDenied,
            "A privilege is missing; the message names it. Assign a security role that grants it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.RowAccessDenied,
            "unManagedIdsAccessDenied",
            DataverseErrorKind.PermissionDenied,
            "Your roles do not reach this row. Ask its owner or a system administrator.",
            IsTransient: false),
        new(
            DataverseErrorCodes.AccessDenied,
            nameof(DataverseErrorCodes.AccessDenied),
            DataverseErrorKind.PermissionDenied,
            "Access was denied. Check the security roles of the signed-in user.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UnauthorizedAccess,
            nameof(DataverseErrorCodes.UnauthorizedAccess),
            DataverseErrorKind.PermissionDenied,
            "The operation is not allowed to this user. Check its security roles.",
            IsTransient: false),
        new(
            DataverseErrorCodes.AttributePermissionReadIsMissing,
            nameof(DataverseErrorCodes.AttributePermissionReadIsMissing),
            DataverseErrorKind.PermissionDenied,
            "A secured column may not be read. Add the user to a column security profile with read.",
            IsTransient: false),
        new(
            DataverseErrorCodes.AttributePermissionUpdateIsMissingDuringUpdate,
            nameof(DataverseErrorCodes.AttributePermissionUpdateIsMissingDuringUpdate),
            DataverseErrorKind.PermissionDenied,
            "A secured column may not be updated. Add the user to a column security profile with update.",
            IsTransient: false),
        new(
            DataverseErrorCodes.AttributePrivilegeCreateIsMissing,
            nameof(DataverseErrorCodes.AttributePrivilegeCreateIsMissing),
            DataverseErrorKind.PermissionDenied,
            "A secured column may not be filled on create. Add the user to a column security profile with create.",
            IsTransient: false),
        new(
            DataverseErrorCodes.QueryContainedSecuredAttributeWithoutAccess,
            nameof(DataverseErrorCodes.QueryContainedSecuredAttributeWithoutAccess),
            DataverseErrorKind.PermissionDenied,
            "A secured column cannot be filtered or sorted by without the right to read it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.CannotActOnBehalfOfAnotherUser,
            nameof(DataverseErrorCodes.CannotActOnBehalfOfAnotherUser),
            DataverseErrorKind.PermissionDenied,
            "Acting for another user needs the privilege prvActOnBehalfOfAnotherUser.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UserNotMemberOfOrg,
            nameof(DataverseErrorCodes.UserNotMemberOfOrg),
            DataverseErrorKind.NotSignedIn,
            "The identity is no user of this environment. Add it there, an app as an application user.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UserNotAssignedRoles,
            nameof(DataverseErrorCodes.UserNotAssignedRoles),
            DataverseErrorKind.PermissionDenied,
            "The user has no security role. Assign one.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UserNotAssignedLicense,
            nameof(DataverseErrorCodes.UserNotAssignedLicense),
            DataverseErrorKind.PermissionDenied,
            "The user has no licence for this environment. Assign one.",
            IsTransient: false),
        new(
            DataverseErrorCodes.UserNotEnabled,
            "unManagedidsusernotenabled",
            DataverseErrorKind.PermissionDenied,
            "The user is disabled or has no business unit. Enable it.",
            IsTransient: false),
        new(
            DataverseErrorCodes.OrganizationDisabled,
            nameof(DataverseErrorCodes.OrganizationDisabled),
            DataverseErrorKind.Unavailable,
            "The environment is disabled. Enable it in the Power Platform admin center.",
            IsTransient: false),
        new(
            DataverseErrorCodes.DuplicateRecord,
            nameof(DataverseErrorCodes.DuplicateRecord),
            DataverseErrorKind.AlreadyExists,
            "A row with this id or unique value exists already.",
            IsTransient: false),
        new(
            DataverseErrorCodes.DuplicateRecordEntityKey,
            nameof(DataverseErrorCodes.DuplicateRecordEntityKey),
            DataverseErrorKind.AlreadyExists,
            "Another row has this alternate key already.",
            IsTransient: false),
        new(
            DataverseErrorCodes.CrmSQLUniqueIndexOrConstraintViolation,
            nameof(DataverseErrorCodes.CrmSQLUniqueIndexOrConstraintViolation),
            DataverseErrorKind.AlreadyExists,
            "Another row has this unique value already.",
            IsTransient: false),
        new(
            DataverseErrorCodes.DuplicateRecordsFound,
            nameof(DataverseErrorCodes.DuplicateRecordsFound),
            DataverseErrorKind.AlreadyExists,
            "A duplicate detection rule found a row like this one.",
            IsTransient: false),
        new(
            DataverseErrorCodes.ConcurrencyVersionMismatch,
            nameof(DataverseErrorCodes.ConcurrencyVersionMismatch),
            DataverseErrorKind.Conflict,
            "Somebody changed the row since it was read. Read it again and repeat the change.",
            IsTransient: false),
        new(
            DataverseErrorCodes.ConcurrencyVersionNotProvided,
            nameof(DataverseErrorCodes.ConcurrencyVersionNotProvided),
            DataverseErrorKind.NotAllowed,
            "This operation needs the row's version. Read the row first and send its etag.",
            IsTransient: false),
        new(
            DataverseErrorCodes.OptimisticConcurrencyNotEnabled,
            nameof(DataverseErrorCodes.OptimisticConcurrencyNotEnabled),
            DataverseErrorKind.NotAllowed,
            "The table keeps no row versions, so a change cannot be tied to one.",
            IsTransient: false),
        new(
            DataverseErrorCodes.CannotDeleteDueToAssociation,
            nameof(DataverseErrorCodes.CannotDeleteDueToAssociation),
            DataverseErrorKind.NotAllowed,
            "Other rows refer to this one. Unlink or delete them first.",
            IsTransient: false),
        new(
            DataverseErrorCodes.CannotDeleteInUseComponent,
            nameof(DataverseErrorCodes.CannotDeleteInUseComponent),
            DataverseErrorKind.NotAllowed,
            "Other components use this one. Look up its dependencies and remove them first.",
            IsTransient: false),
        new(
            DataverseErrorCodes.PlugInRefused,
            "IsvAborted",
            DataverseErrorKind.NotAllowed,
            "A plug-in of the environment refused the operation; its message is the reason.",
            IsTransient: false),
        new(
            DataverseErrorCodes.PlugInFailed,
            "IsvUnExpected",
            DataverseErrorKind.ServerFault,
            "A plug-in of the environment failed. Its owner finds the cause in the plug-in trace log.",
            IsTransient: false),
        new(
            DataverseErrorCodes.Unexpected,
            "UnExpected",
            DataverseErrorKind.ServerFault,
            "The environment failed unexpectedly. Try again; if it stays, open a support case with the request id.",
            IsTransient: true),
        new(
            DataverseErrorCodes.SqlError,
            "unManagedidssqlerror",
            DataverseErrorKind.Unavailable,
            "The environment's database failed. Try again in a while.",
            IsTransient: true),
        new(
            DataverseErrorCodes.SqlTimeout,
            "unManagedidssqltimeouterror",
            DataverseErrorKind.TimedOut,
            "The environment's database took too long. Narrow the request down or try again.",
            IsTransient: true),
        new(
            DataverseErrorCodes.CouldNotObtainLockOnResource,
            nameof(DataverseErrorCodes.CouldNotObtainLockOnResource),
            DataverseErrorKind.Busy,
            "Another operation locks the row. Try again.",
            IsTransient: true),
        new(
            DataverseErrorCodes.CrmSQLNetworkingError,
            nameof(DataverseErrorCodes.CrmSQLNetworkingError),
            DataverseErrorKind.ConnectionFailed,
            "The environment lost its database connection. Try again.",
            IsTransient: true),
        new(
            DataverseErrorCodes.RequestLengthTooLarge,
            nameof(DataverseErrorCodes.RequestLengthTooLarge),
            DataverseErrorKind.TooLarge,
            "The request's body is too large. Send less at a time.",
            IsTransient: false),
        new(
            DataverseErrorCodes.TableDoesNotSupportMessage,
            "SdkEntityDoesNotSupportMessage",
            DataverseErrorKind.NotSupported,
            "The table does not take part in this message.",
            IsTransient: false),
        new(
            DataverseErrorCodes.NotSupported,
            nameof(DataverseErrorCodes.NotSupported),
            DataverseErrorKind.NotSupported,
            "The action is not supported here.",
            IsTransient: false),
        new(
            DataverseErrorCodes.InvalidOperation,
            nameof(DataverseErrorCodes.InvalidOperation),
            DataverseErrorKind.NotAllowed,
            "The operation is not allowed in the present state.",
            IsTransient: false),
        new(
            DataverseErrorCodes.GenericManagedPropertyFailure,
            nameof(DataverseErrorCodes.GenericManagedPropertyFailure),
            DataverseErrorKind.NotAllowed,
            "The component is managed and may not be changed. Change it in its own solution.",
            IsTransient: false),
        new(
            DataverseErrorCodes.SolutionConcurrencyFailure,
            nameof(DataverseErrorCodes.SolutionConcurrencyFailure),
            DataverseErrorKind.Busy,
            "Another solution operation is running. Try again when it has ended.",
            IsTransient: true),
    ];

    private static FrozenDictionary<DataverseErrorCode, DataverseErrorInfo> ByCode { get; } =
        All.ToFrozenDictionary(info => info.Code);

    /// <summary>Finds what is known of a code.</summary>
    /// <returns>The entry, or null when the code is not in the catalog.</returns>
    public static DataverseErrorInfo? Find(DataverseErrorCode code) => ByCode.GetValueOrDefault(code);

    /// <summary>Tells the sort of failure by the code, else by the status.</summary>
    public static DataverseErrorKind KindOf(DataverseErrorCode? code, HttpStatusCode? status)
    {
        var info = code is { } known ? Find(known) : null;
        return info?.Kind ?? KindOf(status);
    }

    private static DataverseErrorKind KindOf(HttpStatusCode? status) => status switch
    {
        null => DataverseErrorKind.Unknown,
        HttpStatusCode.Unauthorized => DataverseErrorKind.NotSignedIn,
        HttpStatusCode.Forbidden => DataverseErrorKind.PermissionDenied,
        HttpStatusCode.NotFound => DataverseErrorKind.NotFound,
        HttpStatusCode.MethodNotAllowed => DataverseErrorKind.NotAllowed,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => DataverseErrorKind.TimedOut,
        HttpStatusCode.PreconditionFailed => DataverseErrorKind.Conflict,
        HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong => DataverseErrorKind.TooLarge,
        HttpStatusCode.TooManyRequests => DataverseErrorKind.Throttled,
        HttpStatusCode.NotImplemented => DataverseErrorKind.NotSupported,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable => DataverseErrorKind.Unavailable,
        < HttpStatusCode.BadRequest => DataverseErrorKind.UnexpectedAnswer,
        < HttpStatusCode.InternalServerError => DataverseErrorKind.InvalidData,
        _ => DataverseErrorKind.ServerFault,
    };
}
