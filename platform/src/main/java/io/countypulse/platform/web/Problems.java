package io.countypulse.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What is said of a status when nothing nearer is known. */
public enum Problems {
  BAD_REQUEST(400, "请求有误", "请求的参数缺失或格式不对，请检查后重试。", "A parameter is missing or malformed."),
  NOT_SIGNED_IN(401, "未登录", "没有登录或登录已失效，请重新登录。", "Not signed in, or the sign-in has expired."),
  NOT_ALLOWED(403, "无权操作", "您的角色不能进行这项操作。", "Your role does not allow this."),
  NOT_FOUND(404, "未找到", "没有这个页面或记录，或您无权查看。", "No such page or record, or not yours to see."),
  METHOD_NOT_ALLOWED(405, "操作不支持", "这个地址不支持这种操作。", "This address does not support the method."),
  NOT_ACCEPTABLE(406, "格式不支持", "无法按所要求的格式返回。", "The requested format is not available."),
  CONFLICT(409, "发生冲突", "这条记录刚被他人改动，请刷新后重试。", "Somebody else was faster; reload and try again."),
  TOO_LARGE(413, "内容过大", "上传的内容超过上限。", "The upload is larger than allowed."),
  UNSUPPORTED_MEDIA_TYPE(415, "类型不支持", "不支持这种内容类型。", "This content type is not supported."),
  UNPROCESSABLE(422, "无法处理", "内容不符合要求，请修改后重试。", "The content does not meet the rules."),
  INTERNAL_ERROR(500, "系统出错", "系统出错，未作任何更改；请稍后重试。", "Something failed; nothing was changed."),
  UNAVAILABLE(503, "暂时不可用", "系统暂时无法处理，请稍后重试。", "Not available now; please try again shortly.");

  private final int status;
  private final String title;
  private final String detail;
  private final String detailEn;

  Problems(int status, String title, String detail, String detailEn) {
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.detailEn = detailEn;
  }

  /** The problem of this kind; its code is the constant's name. */
  public Problem problem() {
    return Problem.of(HttpStatus.valueOf(status), name(), title, detail, detailEn);
  }

  /** The problem of a status: its own, else that of its hundred. */
  static Problem of(HttpStatusCode status) {
    for (Problems each : values()) {
      if (each.status == status.value()) {
        return each.problem();
      }
    }
    Problem general = (status.is4xxClientError() ? BAD_REQUEST : INTERNAL_ERROR).problem();
    return new Problem(
        status, general.code(), general.title(), general.detail(), general.detailEn(), null, null);
  }
}
